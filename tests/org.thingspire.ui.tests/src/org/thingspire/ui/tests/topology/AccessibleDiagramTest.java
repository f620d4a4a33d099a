// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.EditPart;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thingspire.runtime.RuntimeFiles;
import org.thingspire.ui.tests.driver.TopologyDiagram;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Widgets;
import org.thingspire.ui.tests.driver.Workbench;

/** What people and tools learn of the diagram who do not see it. */
@UiTest
class AccessibleDiagramTest {

    private TopologyDiagram diagram;

    @BeforeEach
    void openThermostat(Workbench workbench) {
        diagram = workbench.openTopology(workbench.project("thermostat", RuntimeFiles.home().resolve("samples/thermostat")));
    }

    private static String name(AccessibleEditPart element) {
        AccessibleEvent event = new AccessibleEvent(element);
        element.getName(event);
        return event.result;
    }

    private static String description(AccessibleEditPart element) {
        AccessibleEvent event = new AccessibleEvent(element);
        element.getDescription(event);
        return event.result;
    }

    private static int children(AccessibleEditPart element) {
        AccessibleControlEvent children = new AccessibleControlEvent(element);
        element.getChildren(children);
        AccessibleControlEvent count = new AccessibleControlEvent(element);
        element.getChildCount(count);
        assertThat(children.children).hasSize(count.detail);
        return count.detail;
    }

    private static AccessibleEditPart spoken(Object part) {
        return (AccessibleEditPart) ((EditPart) part).getAdapter(AccessibleEditPart.class);
    }

    /** From parents to children. */
    private static List<String> names(EditPart part) {
        List<String> names = new ArrayList<>(List.of(name(spoken(part))));
        part.getChildren().forEach(child -> names.addAll(names((EditPart) child)));
        return names;
    }

    @Test
    void everyNodeAndModuleHasAName(Workbench workbench) {
        assertThat(workbench.screen().ask(() -> names(diagram.viewer().getContents()))).containsExactly("topology \"thermostat\"",
                "node \"controller\"", "module \"probe\"", "module \"control\"", "module \"relay\"", "node \"gateway\"", "module \"history\"");
    }

    @Test
    void whatIsShownIsSaid(Workbench workbench) {
        workbench.screen().ask(() -> {
            List<String> said = new ArrayList<>();
            for (Object part : diagram.viewer().getEditPartRegistry().values()) {
                said.add(spoken(part) == null ? "" : name(spoken(part)) + ": " + description(spoken(part)));
            }
            assertThat(said).contains(
                    "node \"gateway\": edge, board linux-x86_64, no memory limit",
                    "module \"control\": C, 1 KB, every 100 ms",
                    "link \"serial\": joins node \"controller\" and node \"gateway\" by uart",
                    "wire from \"control\" to \"probe\": control calls probe: thermostat:climate/probe");
            return null;
        });
    }

    @Test
    void aModuleHasItsPortsAndTheWiresThatBeginThere(Workbench workbench) {
        assertThat(workbench.screen().ask(() -> children(spoken(diagram.part("control"))))).isEqualTo(4 + 3);
        assertThat(workbench.screen().ask(() -> children(spoken(diagram.part("probe"))))).isEqualTo(1);
    }

    @Test
    void theZoomSaysWhatItIs(Workbench workbench) {
        new Widgets(workbench).awaitToolTip("Zoom");
    }
}
