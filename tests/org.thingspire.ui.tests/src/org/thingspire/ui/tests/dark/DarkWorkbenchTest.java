// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.dark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.runtime.RuntimeFiles;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.TopologyDiagram;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Workbench;

/**
 * Runs in a workbench that was started with the platform's dark theme: switching to it takes a new start, as the platform tells
 * its users.
 */
@UiTest
class DarkWorkbenchTest {

    private static final Path THERMOSTAT = RuntimeFiles.home().resolve("samples/thermostat");
    /** Text and icons are light, and lines; a view or the palette would be many times as much. */
    private static final double MAX_LIGHT = 0.04;

    @TempDir
    private Path folder;

    @Test
    void diagramAndPaletteAreDark(Workbench workbench) throws IOException {
        TopologyDiagram diagram = workbench.openTopology(workbench.project("dark", THERMOSTAT));
        diagram.select("control");

        workbench.screenshot("dark");
        assertThat(workbench.screen().lightShare()).isLessThan(MAX_LIGHT);
    }

    /** The arrow is 8 pixels wide and 14 high, half of which are light. */
    @Test
    void arrowThatFoldsThePaletteIsLight(Workbench workbench) throws IOException {
        TopologyDiagram diagram = workbench.openTopology(workbench.project("folding", THERMOSTAT));
        diagram.select("control");
        assertThat(lightPixels(workbench, diagram)).isBetween(40.0, 80.0);

        diagram.fold(true);
        try {
            workbench.screenshot("dark-folded");
            assertThat(lightPixels(workbench, diagram)).isBetween(40.0, 80.0);
        } finally {
            diagram.fold(false); // the workbench remembers it
        }
    }

    private static double lightPixels(Workbench workbench, TopologyDiagram diagram) {
        Rectangle arrow = diagram.foldingArrow();
        return workbench.screen().lightShare(arrow) * arrow.width * arrow.height;
    }

    @Test
    void pageOfABrokenTopologyIsDark(Workbench workbench) throws IOException {
        Files.writeString(folder.resolve("broken.topology"), "<topology:Topology name=\"broken\">");
        SampleProject project = workbench.project("broken", folder);
        workbench.openTopology(project);

        workbench.screenshot("dark-broken");
        assertThat(workbench.screen().lightShare()).isLessThan(MAX_LIGHT);
    }
}
