// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Bounds;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.NodeKind;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;

class TopologyWriterTest {

    @TempDir
    Path folder;
    private ThermostatProject project;

    @BeforeEach
    void createProject() throws IOException {
        project = new ThermostatProject(folder);
    }

    @Test
    void whatWasReadIsWrittenByteForByte() {
        assertThat(TopologyWriter.toText(project.read().topology())).isEqualTo(project.text());
    }

    @Test
    void aChangeShowsUpInItsLineOnly() {
        Topology topology = project.read().topology();

        topology.getPlacements().get(1).setNode(topology.getNodes().get(1));
        Bounds bounds = TopologyFactory.eINSTANCE.createBounds();
        bounds.setOf(topology.getNodes().get(0));
        bounds.setX(40);
        new DiagramLayout(topology).bounds().add(bounds);
        TopologyWriter.writeText(TopologyWriter.toText(topology), project.file());

        assertThat(project.file()).hasContent(project.text()
                .replace("<placements module=\"control\" node=\"controller\"", "<placements module=\"control\" node=\"gateway\"")
                .replace("</topology", "  <layout>\n    <bounds of=\"controller\" x=\"40\"/>\n  </layout>\n</topology"));
    }

    @Test
    void writesWhatMattersEvenIfItIsTheFirstOfItsKind() {
        Topology topology = TopologyFactory.eINSTANCE.createTopology();
        topology.setName("empty");
        topology.getNodes().add(TopologyFactory.eINSTANCE.createNode());
        topology.getNodes().get(0).setKind(NodeKind.DEVICE);

        assertThat(TopologyWriter.toText(topology)).contains("<nodes kind=\"device\"/>");
    }

    @Test
    void extraSourcesAndOddTextSurvive() {
        TopologyFile file = project.read();
        Module probe = file.topology().getModules().get(0);
        probe.getExtraSources().addAll(List.of("modules/filter.c", "modules/a b & <c>.c"));
        file.topology().getNodes().get(0).setBoard("\"ä\" & <b>");

        TopologyWriter.writeText(TopologyWriter.toText(file.topology()), file.path());

        Topology again = project.read().topology();
        assertThat(again.getModules().get(0).getExtraSources()).containsExactly("modules/filter.c", "modules/a b & <c>.c");
        assertThat(again.getNodes().get(0).getBoard()).isEqualTo("\"ä\" & <b>");
        assertThat(TopologyWriter.toText(again)).isEqualTo(TopologyWriter.toText(file.topology()));
    }

    @Test
    void keepsPermissionsAndLinksAndLeavesNothingElseBehind() throws IOException {
        Files.setPosixFilePermissions(project.file(), PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.topology"), project.file());
        Topology topology = project.read().topology();
        topology.setName("other");

        TopologyWriter.writeText(TopologyWriter.toText(topology), link);

        assertThat(link).isSymbolicLink();
        assertThat(project.file()).content().contains("name=\"other\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(project.file()))).isEqualTo("rw-r-----");
        assertThat(filesIn(folder)).containsExactly("data", "link.topology", "modules", "thermostat.topology");
    }

    @Test
    void aFailedWriteIsReportedAndLeavesTheOldContent() throws IOException {
        Path occupied = folder.resolve("occupied.topology");
        Files.createDirectory(occupied);
        Files.writeString(occupied.resolve("file"), "stays");
        Topology topology = project.read().topology();

        assertThatThrownBy(() -> TopologyWriter.writeText(TopologyWriter.toText(topology), occupied)).isInstanceOf(UserException.class)
                .hasMessageContaining("file can not be written").hasMessageContaining("it is unchanged");
        assertThatThrownBy(() -> TopologyWriter.writeText(TopologyWriter.toText(topology), folder.resolve("no/such/folder.topology")))
                .isInstanceOf(UserException.class).hasMessageContaining("file can not be written");

        assertThat(occupied.resolve("file")).hasContent("stays");
        assertThat(filesIn(folder)).containsExactly("data", "modules", "occupied.topology", "thermostat.topology");
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
