// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.commands.CommandStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.board.BoardCatalog;
import org.thingspire.topology.model.Node;
import org.thingspire.ui.topology.commands.SetBoundsCommand;
import org.thingspire.ui.topology.commands.Thermostat;

/** The memory budget of a module's placement among the module's properties, the place in the diagram among a node's. */
class ElementPropertiesTest {

    private static final Object MEMORY = List.of("Placement", "memory");
    private static final Object STACK = List.of("Placement", "stack");

    private final Thermostat thermostat = Thermostat.create();
    private final CommandStack commands = new CommandStack();
    private final ElementProperties properties;

    private final BoardCatalog boards;

    ElementPropertiesTest(@TempDir Path noBoards) {
        boards = BoardCatalog.read(noBoards);
        properties = new ElementProperties(thermostat.topology(), thermostat.module("control"), boards, commands);
    }

    private List<String> names(EObject element) {
        return Stream.of(new ElementProperties(thermostat.topology(), element, boards, commands).getPropertyDescriptors())
                .map(descriptor -> descriptor.getCategory() + " " + descriptor.getDisplayName()).toList();
    }

    @Test
    void aBudgetIsShownChangedAndUndone() {
        String before = thermostat.text();
        assertThat(properties.getPropertyValue(MEMORY)).isEqualTo("8192");

        properties.setPropertyValue(MEMORY, "1024");
        assertThat(thermostat.text()).isEqualTo(before.replace("module=\"control\" node=\"controller\" memory=\"8192\"",
                "module=\"control\" node=\"controller\" memory=\"1024\""));
        commands.undo();
        assertThat(thermostat.text()).isEqualTo(before);
    }

    @Test
    void aNodeShowsItsPlaceInTheDiagramIfItHasOne() {
        Node gateway = thermostat.node("gateway");
        assertThat(names(gateway)).containsExactly("General name", "General kind", "General board");

        commands.execute(new SetBoundsCommand(thermostat.topology(), gateway, new Point(40, 120), new Dimension()));

        assertThat(names(gateway)).containsSubsequence("General board", "Diagram x", "Diagram y", "Diagram width", "Diagram height").hasSize(7);
    }

    @Test
    void theTopologyShowsItsNameAndNothingOfItsFile() {
        assertThat(names(thermostat.topology())).containsExactly("General name");
    }

    @Test
    void aStackIsEmptyUntilItIsSetAndCanBeTakenAway() {
        String before = thermostat.text();
        assertThat(properties.getPropertyValue(STACK)).isEqualTo("");

        properties.setPropertyValue(STACK, "512");
        assertThat(thermostat.text()).contains("memory=\"8192\" stack=\"512\"");
        properties.setPropertyValue(STACK, "");
        assertThat(thermostat.text()).isEqualTo(before);
        commands.undo();
        assertThat(properties.getPropertyValue(STACK)).isEqualTo("512");
    }
}
