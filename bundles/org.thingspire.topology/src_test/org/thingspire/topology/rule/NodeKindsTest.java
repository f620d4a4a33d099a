// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.thingspire.board.BoardCatalog;
import org.thingspire.topology.model.NodeKind;

class NodeKindsTest {

    private static final BoardCatalog BOARDS = BoardCatalog.read(Path.of(System.getProperty("thingspire.home"), "runtime", "boards"));

    @Test
    void aChipIsADeviceAndAServerStandsAtTheEdgeOrInTheCloud() {
        assertThat(NodeKinds.of(BOARDS.find("mps2-an385").orElseThrow())).containsExactly(NodeKind.DEVICE);
        assertThat(NodeKinds.of(BOARDS.find("linux-x86_64").orElseThrow())).containsExactly(NodeKind.EDGE, NodeKind.CLOUD);
    }
}
