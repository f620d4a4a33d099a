// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thingspire.runtime.RuntimeFiles;
import org.thingspire.ui.tests.driver.ContextMenu;
import org.thingspire.ui.tests.driver.TopologyDiagram;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Workbench;

/** Hands do more than one thing one after the other; what comes second must not suffer from what was first. */
@UiTest
class GesturesTest {

    private TopologyDiagram diagram;

    @BeforeEach
    void openThermostat(Workbench workbench) {
        diagram = workbench.openTopology(workbench.project("thermostat", RuntimeFiles.home().resolve("samples/thermostat")));
    }

    private boolean isWired(String from, String to) {
        return diagram.topology().getWires().stream().anyMatch(wire -> from.equals(wire.getFrom().getName()) && to.equals(wire.getTo().getName()));
    }

    /** Beside all nodes. */
    private Point nowhere() {
        return diagram.at(430, 330);
    }

    @Test
    void aWireIsDraggedWithItsToolToo(Workbench workbench) {
        diagram.choose("Wire");
        workbench.hands().drag(diagram.middleOf("probe"), diagram.middleOf("relay"));

        workbench.screen().waitUntil("probe calls relay", () -> isWired("probe", "relay"));
    }

    @Test
    void aToolDrawsOneConnectionAndIsPutAway() {
        diagram.connect("Wire", diagram.middleOf("probe"), diagram.middleOf("relay"));

        diagram.drag("control", "gateway");

        diagram.waitUntilOn("control", "gateway");
    }

    @Test
    void aConnectionThatLeadsNowhereIsNotDrawnAndItsToolPutAway(Workbench workbench) {
        diagram.choose("Wire");
        workbench.hands().drag(diagram.middleOf("probe"), nowhere());

        diagram.drag("control", "gateway");

        diagram.waitUntilOn("control", "gateway");
        assertThat(workbench.screen().ask(() -> diagram.topology().getWires().size())).isEqualTo(3);
    }

    @Test
    void theMenuOfTheEmptyCanvasSelectsNothing(Workbench workbench) {
        diagram.select("history");
        new ContextMenu(workbench).choose(nowhere(), "Zoom Out");

        workbench.hands().press(KeyEvent.VK_DELETE);

        diagram.waitUntilOn("history", "gateway");
    }

    @Test
    void theMenuOfAPortIsThatOfItsModule(Workbench workbench) {
        diagram.select("history");

        new ContextMenu(workbench).choose(diagram.port("probe", "probe"), "Delete");

        diagram.waitUntilGone("probe");
        diagram.waitUntilOn("history", "gateway");
    }

    @Test
    void aClickOnAPortSelectsItsModule(Workbench workbench) {
        diagram.select("history");
        workbench.hands().click(diagram.port("probe", "probe"));

        workbench.hands().press(KeyEvent.VK_DELETE);

        diagram.waitUntilGone("probe");
        diagram.waitUntilOn("history", "gateway");
    }

    @Test
    void aNewModuleBesideAllNodesWaitsInTheTray(Workbench workbench) {
        diagram.create("C module", nowhere());

        diagram.waitFor("module1");
        workbench.screenshot("new-module-in-tray");
        diagram.drag("module1", "gateway");
        diagram.waitUntilOn("module1", "gateway");
    }
}
