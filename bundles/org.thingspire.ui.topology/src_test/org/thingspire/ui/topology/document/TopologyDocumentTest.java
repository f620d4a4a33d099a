// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.NodeKind;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.ui.topology.commands.AddModuleCommand;
import org.thingspire.ui.topology.commands.AddNodeCommand;
import org.thingspire.ui.topology.commands.AddWireCommand;
import org.thingspire.ui.topology.commands.DeleteCommand;
import org.thingspire.ui.topology.commands.PlaceModuleCommand;
import org.thingspire.ui.topology.commands.SetBoundsCommand;
import org.thingspire.ui.topology.commands.Thermostat;

/** Saving keeps what the user wrote: comments, layout, order. */
class TopologyDocumentTest {

    /** Not as the writer would write it. */
    private static final String HAND_WRITTEN = Thermostat.TEXT
            .replace("  <modules name=\"probe\"", "  <!-- <modules> that measure -->\n  <modules   name='probe'")
            .replace("  <links", "\n  <!-- the cable in the cellar -->\n  <links\n    ")
            .replace("periodMs=\"100\"", "periodMs=\"100\" priority=\"10\"");

    @TempDir
    private Path folder;
    private Path file;
    private TopologyDocument document;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("thermostat.topology"), HAND_WRITTEN);
        document = TopologyDocument.open(file);
    }

    private Module module(String name) {
        return document.topology().getModules().stream().filter(module -> name.equals(module.getName())).findFirst().orElseThrow();
    }

    private Node gateway() {
        return document.topology().getNodes().get(1);
    }

    @Test
    void nothingChangedNothingWritten() {
        document.save();

        assertThat(file).hasContent(HAND_WRITTEN);
    }

    @Test
    void aMovedModuleIsOneAttribute() {
        new PlaceModuleCommand(document.topology(), module("control"), gateway()).execute();
        document.save();

        assertThat(file).hasContent(HAND_WRITTEN.replace("module=\"control\" node=\"controller\"", "module=\"control\" node=\"gateway\""));
    }

    @Test
    void newElementsAreNewLines() {
        Topology topology = document.topology();
        new AddModuleCommand(topology, TopologyFactory.eINSTANCE.createModule(), Optional.of(gateway()), ".c", source -> false).execute();
        AddWireCommand wire = new AddWireCommand(topology, module("history"), Optional.empty());
        wire.setTarget(module("module1"), Optional.empty());
        wire.execute();
        document.save();

        assertThat(file).hasContent(HAND_WRITTEN
                .replace("modules/history.c\"/>\n", "modules/history.c\"/>\n  <modules name=\"module1\" source=\"modules/module1.c\"/>\n")
                .replace("memory=\"16384\"/>\n", "memory=\"16384\"/>\n  <placements module=\"module1\" node=\"gateway\"/>\n")
                .replace("to=\"history\"/>\n",
                        "to=\"history\"/>\n  <wires from=\"history\" interface=\"thermostat:climate/module1\" to=\"module1\"/>\n"));
    }

    @Test
    void aMovedNodeIsALineAtTheEnd() {
        new SetBoundsCommand(document.topology(), gateway(), new Point(300, 40), new Dimension()).execute();
        document.save();
        assertThat(file).hasContent(
                HAND_WRITTEN.replace("</topology", "  <layout>\n    <bounds of=\"gateway\" x=\"300\" y=\"40\"/>\n  </layout>\n</topology"));

        new SetBoundsCommand(document.topology(), gateway(), new Point(310, 50), new Dimension()).execute();
        document.save();
        assertThat(file).hasContent(
                HAND_WRITTEN.replace("</topology", "  <layout>\n    <bounds of=\"gateway\" x=\"310\" y=\"50\"/>\n  </layout>\n</topology"));
    }

    @Test
    void aLayoutGoesWithItsLastNodeAndComesBackWithUndo() {
        new SetBoundsCommand(document.topology(), gateway(), new Point(300, 40), new Dimension()).execute();
        document.save();
        DeleteCommand delete = new DeleteCommand(document.topology(), gateway());
        delete.execute();
        document.save();
        assertThat(file).content().contains("in the cellar").doesNotContain("layout");

        delete.undo();
        document.save();
        assertThat(file).content().contains("in the cellar", "  <layout>\n    <bounds of=\"gateway\" x=\"300\" y=\"40\"/>\n  </layout>\n</topology");
    }

    /** Before there was a version, nodes had their coordinates themselves. */
    @Test
    void aFileOfTheOldFormatIsOfTheNewestWhenItIsSaved() throws IOException {
        String old = HAND_WRITTEN.replace(" version=\"2\"", "").replace("name=\"gateway\"", "name=\"gateway\" x=\"300\" y=\"40\"");
        Files.writeString(file, old);
        document = TopologyDocument.open(file);
        document.save();
        assertThat(file).as("nothing changed").hasContent(old);

        new SetBoundsCommand(document.topology(), gateway(), new Point(310, 40), new Dimension()).execute();
        document.save();

        assertThat(file).hasContent(old.replace("name=\"thermostat\"", "name=\"thermostat\" version=\"2\"").replace(" x=\"300\" y=\"40\"", "")
                .replace("</topology", "  <layout>\n    <bounds of=\"gateway\" x=\"310\" y=\"40\"/>\n  </layout>\n</topology"));
        assertThat(document.isChangedOnDisk()).isFalse();
    }

    @Test
    void severalNewElementsKeepTheirOrder() {
        for (NodeKind kind : NodeKind.values()) {
            Node node = TopologyFactory.eINSTANCE.createNode();
            node.setKind(kind);
            node.setBoard("b");
            new AddNodeCommand(document.topology(), node, new Point(10, 10)).execute();
        }
        document.save();

        assertThat(file).content().contains("that measure", "in the cellar")
                .containsSubsequence("name=\"island\"", "name=\"device1\"", "name=\"edge1\"", "name=\"cloud1\"", "in the cellar");
    }

    @Test
    void deletedElementsAreLinesLessAndUndoBringsThemBackAfterSaving() {
        DeleteCommand delete = new DeleteCommand(document.topology(), module("probe"));
        delete.execute();
        document.save();
        assertThat(file).content().doesNotContain("\"probe\"").contains("that measure", "in the cellar");

        delete.undo();
        document.save();
        assertThat(TopologyDocument.open(file).topology().getModules()).extracting("name").containsExactlyInAnyOrder("probe", "control", "history");
    }

    @Test
    void anEmptyTopologyGetsItsFirstElements() throws IOException {
        Files.writeString(file, "<topology:Topology xmi:version=\"2.0\" xmlns:xmi=\"http://www.omg.org/XMI\""
                + " xmlns:topology=\"http://thingspire.org/topology/1\" name=\"new\"/>");
        TopologyDocument empty = TopologyDocument.open(file);
        Node node = TopologyFactory.eINSTANCE.createNode();
        node.setKind(NodeKind.EDGE);
        node.setBoard("linux-x86_64");
        new AddNodeCommand(empty.topology(), node, new Point(30, 40)).execute();
        empty.save();

        assertThat(TopologyDocument.open(file).topology().getNodes()).extracting("name").containsExactly("edge1");
    }

    @Test
    void noticesWhatOthersWrite() throws IOException {
        assertThat(document.isChangedOnDisk()).isFalse();

        Files.writeString(file, HAND_WRITTEN.replace("cellar", "attic"));

        assertThat(document.isChangedOnDisk()).isTrue();
    }

    @Test
    void aFailedSaveLeavesTheFile() throws IOException {
        new PlaceModuleCommand(document.topology(), module("control"), gateway()).execute();
        Files.delete(file);
        Files.createDirectory(file);
        Files.createFile(file.resolve("occupied"));

        assertThatThrownBy(document::save).isInstanceOf(UserException.class).hasMessageContaining("can not be written");
    }
}
