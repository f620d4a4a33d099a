// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.UnaryOperator;

import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.commands.Command;
import org.junit.jupiter.api.Test;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.NodeKind;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.ui.topology.model.Port;

/** Each command does what it says, undo restores everything, and redo does it again. */
class CommandsTest {

    private final Thermostat thermostat = Thermostat.create();
    private final Topology topology = thermostat.topology();

    /** Executes, undoes and redoes; the text of the topology shows what changed. */
    private void verify(Command command, UnaryOperator<String> change) {
        String before = thermostat.text();
        String expected = change.apply(before);
        assertThat(expected).isNotEqualTo(before);
        assertThat(command.canExecute()).isTrue();

        command.execute();
        assertThat(thermostat.text()).isEqualTo(expected);
        command.undo();
        assertThat(thermostat.text()).isEqualTo(before);
        command.redo();
        assertThat(thermostat.text()).isEqualTo(expected);
    }

    @Test
    void movesAModule() {
        verify(new PlaceModuleCommand(topology, thermostat.module("control"), thermostat.node("gateway")),
                text -> text.replace("module=\"control\" node=\"controller\"", "module=\"control\" node=\"gateway\""));
    }

    @Test
    void placesAModuleThatWasNowhere() {
        topology.getPlacements().remove(0);

        verify(new PlaceModuleCommand(topology, thermostat.module("probe"), thermostat.node("gateway")),
                text -> text.replace("  <wires from=\"control\" interface=\"thermostat:climate/probe\"",
                        "  <placements module=\"probe\" node=\"gateway\"/>\n  <wires from=\"control\" interface=\"thermostat:climate/probe\""));
    }

    @Test
    void doesNotMoveAModuleToWhereItIs() {
        assertThat(new PlaceModuleCommand(topology, thermostat.module("control"), thermostat.node("controller")).canExecute()).isFalse();
    }

    @Test
    void addsANode() {
        Node node = TopologyFactory.eINSTANCE.createNode();
        node.setKind(NodeKind.CLOUD);
        node.setBoard("linux-x86_64");

        verify(new AddNodeCommand(topology, node, new Point(300, 2)),
                text -> withBounds(text.replace("  <links", "  <nodes name=\"cloud1\" kind=\"cloud\" board=\"linux-x86_64\"/>\n  <links"),
                        "of=\"cloud1\" x=\"300\" y=\"8\""));
    }

    @Test
    void addsAModuleWithItsPlacement() {
        verify(new AddModuleCommand(topology, TopologyFactory.eINSTANCE.createModule(), Optional.of(thermostat.node("gateway")), ".wat",
                source -> false),
                text -> text
                        .replace("  <nodes name=\"controller\"",
                                "  <modules name=\"module1\" source=\"modules/module1.wat\"/>\n  <nodes name=\"controller\"")
                        .replace("  <wires from=\"control\" interface=\"thermostat:climate/probe\"",
                                "  <placements module=\"module1\" node=\"gateway\"/>\n  <wires from=\"control\" interface=\"thermostat:climate/probe\""));
    }

    @Test
    void addsAModuleThatWaitsToBePlaced() {
        verify(new AddModuleCommand(topology, TopologyFactory.eINSTANCE.createModule(), Optional.empty(), ".c", source -> false),
                text -> text.replace("  <nodes name=\"controller\"",
                        "  <modules name=\"module1\" source=\"modules/module1.c\"/>\n  <nodes name=\"controller\""));
    }

    @Test
    void addsALink() {
        AddLinkCommand command = new AddLinkCommand(topology, thermostat.node("controller"));
        command.setTarget(thermostat.node("island"));

        verify(command, text -> text.replace("  <placements module=\"probe\"",
                "  <links name=\"link1\" a=\"controller\" b=\"island\" transport=\"uart\"/>\n  <placements module=\"probe\""));
    }

    @Test
    void doesNotLinkTwiceNorToItself() {
        AddLinkCommand command = new AddLinkCommand(topology, thermostat.node("controller"));

        assertThat(command.canExecute()).isFalse();
        command.setTarget(thermostat.node("controller"));
        assertThat(command.canExecute()).isFalse();
        command.setTarget(thermostat.node("gateway"));
        assertThat(command.canExecute()).isFalse();
    }

    @Test
    void addsAWireThatFollowsTheNamesOfTheOthers() {
        AddWireCommand command = new AddWireCommand(topology, thermostat.module("history"), Optional.empty());
        command.setTarget(thermostat.module("control"), Optional.empty());

        verify(command,
                text -> text.replace("  <tasks", "  <wires from=\"history\" interface=\"thermostat:climate/control\" to=\"control\"/>\n  <tasks"));
    }

    @Test
    void aWireFromAnExportLeadsToWhoImportsIt() {
        Port export = new Port(thermostat.module("probe"), Port.Direction.EXPORT, "thermostat:climate/probe");
        AddWireCommand command = new AddWireCommand(topology, thermostat.module("probe"), Optional.of(export));
        command.setTarget(thermostat.module("history"), Optional.empty());

        verify(command,
                text -> text.replace("  <tasks", "  <wires from=\"history\" interface=\"thermostat:climate/probe\" to=\"probe\"/>\n  <tasks"));
    }

    @Test
    void doesNotWireAnImportTwice() {
        AddWireCommand command = new AddWireCommand(topology, thermostat.module("control"), Optional.empty());
        command.setTarget(thermostat.module("probe"), Optional.empty());

        assertThat(command.canExecute()).isFalse();
    }

    @Test
    void movesTheEndOfAWire() {
        verify(MoveWireEndCommand.to(topology.getWires().get(0), thermostat.module("history")),
                text -> text.replace("climate/probe\" to=\"probe\"", "climate/probe\" to=\"history\""));
    }

    @Test
    void movesTheBeginningOfAWire() {
        verify(MoveWireEndCommand.from(topology.getWires().get(0), thermostat.module("history")),
                text -> text.replace("<wires from=\"control\" interface=\"thermostat:climate/probe\"",
                        "<wires from=\"history\" interface=\"thermostat:climate/probe\""));
    }

    @Test
    void movesANodeAndKeepsItOffThePlaceThatMeansNowhere() {
        verify(new SetBoundsCommand(topology, thermostat.node("gateway"), new Point(-20, 120), new Dimension()),
                text -> withBounds(text, "of=\"gateway\" x=\"8\" y=\"120\""));
    }

    @Test
    void movesAndResizesANodeThatHasBounds() {
        new SetBoundsCommand(topology, thermostat.node("gateway"), new Point(40, 120), new Dimension()).execute();

        verify(new SetBoundsCommand(topology, thermostat.node("gateway"), new Point(50, 120), new Dimension(200, 90)),
                text -> text.replace("x=\"40\" y=\"120\"", "x=\"50\" y=\"120\" width=\"200\" height=\"90\""));
    }

    @Test
    void boundsFollowTheNameOfTheirNode() {
        new SetBoundsCommand(topology, thermostat.node("gateway"), new Point(40, 120), new Dimension()).execute();

        verify(new RenameCommand(topology, thermostat.node("gateway"), "hub"), text -> text.replace("\"gateway\"", "\"hub\""));
        assertThat(thermostat.text()).contains("of=\"hub\" x=\"40\"");
    }

    @Test
    void aDeletedNodeTakesItsBoundsAlong() {
        new SetBoundsCommand(topology, thermostat.node("gateway"), new Point(40, 120), new Dimension()).execute();
        new SetBoundsCommand(topology, thermostat.node("island"), new Point(50, 130), new Dimension()).execute();

        verify(new DeleteCommand(topology, thermostat.node("gateway")),
                text -> text.lines().filter(line -> !line.contains("\"gateway\"")).reduce("", (all, line) -> all + line + "\n"));
    }

    /** The first bounds in the layout of a topology. */
    private static String withBounds(String text, String bounds) {
        return text.replace("</topology", "  <layout>\n    <bounds " + bounds + "/>\n  </layout>\n</topology");
    }

    @Test
    void renamesEverywhere() {
        verify(new RenameCommand(topology, thermostat.module("probe"), "thermometer"), text -> text.replace("name=\"probe\"", "name=\"thermometer\"")
                .replace("module=\"probe\"", "module=\"thermometer\"").replace("to=\"probe\"", "to=\"thermometer\""));
    }

    @Test
    void refusesNamesThatAreWrongOrTaken() {
        assertThat(new RenameCommand(topology, thermostat.module("probe"), "Probe 1").canExecute()).isFalse();
        assertThat(new RenameCommand(topology, thermostat.module("probe"), "gateway").canExecute()).isFalse();
        assertThat(RenameCommand.whyNot(topology, thermostat.module("probe"), "gateway"))
                .hasValueSatisfying(why -> assertThat(why).contains("taken"));
    }

    @Test
    void changesAnAttribute() {
        verify(new SetValueCommand(thermostat.link(), Literals.LINK__DEADLINE_MS, 50),
                text -> text.replace("transport=\"uart\"", "transport=\"uart\" deadlineMs=\"50\""));
    }

    @Test
    void takesAnAttributeAway() {
        verify(new SetValueCommand(topology.getPlacements().get(2), Literals.PLACEMENT__MEMORY, null), text -> text.replace(" memory=\"16384\"", ""));
    }

    @Test
    void deletesAModuleWithWhatDependsOnIt() {
        verify(new DeleteCommand(topology, thermostat.module("control")),
                text -> text.lines().filter(line -> !line.contains("\"control\"")).reduce("", (all, line) -> all + line + "\n"));
    }

    @Test
    void deletingANodeLeavesItsModulesUnplaced() {
        verify(new DeleteCommand(topology, thermostat.node("gateway")),
                text -> text.lines().filter(line -> !line.contains("\"gateway\"")).reduce("", (all, line) -> all + line + "\n"));
        assertThat(topology.getModules()).extracting("name").contains("history");
    }

    @Test
    void deletingWhatIsGoneAlreadyDoesNothing() {
        Command node = new DeleteCommand(topology, thermostat.node("gateway"));
        Command link = new DeleteCommand(topology, thermostat.link());
        String before = thermostat.text();

        node.execute();
        link.execute();
        link.undo();
        node.undo();

        assertThat(thermostat.text()).isEqualTo(before);
    }
}
