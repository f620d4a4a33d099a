// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.problem.UserException;

class TopologyFinderTest {

    @TempDir
    Path folder;

    @Test
    void findsTheOneTopologyOfAProject() throws IOException {
        Path topology = Files.createFile(folder.resolve("blink.topology"));
        Files.createFile(folder.resolve("readme.txt"));
        Files.createFile(folder.resolve(".blink.topology.new"));
        Files.createDirectory(folder.resolve("old.topology"));

        assertThat(TopologyFinder.find(folder)).isEqualTo(topology);
        assertThat(TopologyFinder.find(topology)).as("named itself").isEqualTo(topology);
    }

    @Test
    void saysWhatToDoWhenThereIsNotExactlyOne() throws IOException {
        assertThatThrownBy(() -> TopologyFinder.find(folder)).isInstanceOf(UserException.class)
                .hasMessageContaining("there is no .topology file in this folder");
        assertThatThrownBy(() -> TopologyFinder.find(folder.resolve("none"))).isInstanceOf(UserException.class)
                .hasMessageContaining("there is no such project folder");

        Files.createFile(folder.resolve("b.topology"));
        Files.createFile(folder.resolve("a.topology"));
        assertThatThrownBy(() -> TopologyFinder.find(folder)).isInstanceOf(UserException.class)
                .hasMessageContaining("several topologies in this folder: a.topology, b.topology. Name the one");
    }
}
