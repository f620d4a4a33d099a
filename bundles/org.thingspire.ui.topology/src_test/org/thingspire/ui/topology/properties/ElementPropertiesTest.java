// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.gef.commands.CommandStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.topology.board.BoardCatalog;
import org.thingspire.ui.topology.commands.Thermostat;

/** The memory budget of a module's placement among the module's properties. */
class ElementPropertiesTest {

    private static final Object MEMORY = List.of("Placement", "memory");
    private static final Object STACK = List.of("Placement", "stack");

    private final Thermostat thermostat = Thermostat.create();
    private final CommandStack commands = new CommandStack();
    private final ElementProperties properties;

    ElementPropertiesTest(@TempDir Path noBoards) {
        properties = new ElementProperties(thermostat.topology(), thermostat.module("control"), BoardCatalog.read(noBoards), commands);
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
