// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ui.tests.driver.Applications;
import org.thingspire.ui.tests.driver.Consoles;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.TopologyDiagram;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Widgets;
import org.thingspire.ui.tests.driver.Workbench;

/** What this project is for: a module is dragged to another machine, and the application does what it did before. */
@UiTest
class MovedModuleTest {

    /** Ten times as fast as recorded: the room is cold and warm again within a second. */
    private static final String SPEED = "10";
    private static final int DECISIONS = 2;

    private SampleProject project;
    private TopologyDiagram diagram;
    private Applications applications;

    @BeforeEach
    void openThermostat(Workbench workbench) throws Exception {
        applications = workbench.applications();
        project = workbench.newProject("moved", "thermostat");
        applications.configuration(new LaunchSettings(project.name(), SPEED, Optional.empty()));
        diagram = workbench.openTopology(project);
        diagram.waitUntilOn("control", "controller");
    }

    @AfterEach
    void stopWhatRuns() throws Exception {
        applications.stopAll();
    }

    @Test
    void draggedToTheGatewayTheControlDecidesAsOnTheDevice(Workbench workbench) throws Exception {
        List<String> topology = project.topologyLines();
        List<String> onTheDevice = decisions(workbench, "controller");
        assertThat(decisionsOn(workbench, "gateway")).isEmpty();
        end(workbench);
        diagram.waitUntilSays("controller", text -> !text.contains("estimate"));
        nodesSayWhatABuildFoundOut(workbench);

        diagram.drag("control", "gateway");
        diagram.waitUntilOn("control", "gateway");
        diagram.save();
        List<String> onTheGateway = decisions(workbench, "gateway");
        workbench.screenshot("moved");

        assertThat(onTheGateway).isEqualTo(onTheDevice);
        assertThat(decisionsOn(workbench, "controller")).isEmpty();
        end(workbench);

        workbench.screen().ask(() -> {
            diagram.editor().setFocus();
            return null;
        });
        diagram.undo();
        diagram.waitUntilOn("control", "controller");
        diagram.save();
        assertThat(project.topologyLines()).isEqualTo(topology);
    }

    private void nodesSayWhatABuildFoundOut(Workbench workbench) {
        Point from = diagram.middleOf("probe");
        Point to = diagram.below("gateway");
        workbench.hands().press(from);
        workbench.hands().slide(from, to);
        diagram.waitUntilSays("gateway", text -> text.contains("No sensor for probe"));
        workbench.screenshot("no-sensor");
        workbench.hands().slide(to, from);
        workbench.hands().release();
        diagram.waitUntilOn("probe", "controller");
    }

    /** Builds and runs the application until a node has decided often enough. */
    private List<String> decisions(Workbench workbench, String node) {
        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_R);
        workbench.screen().waitUntil(node + " decides", Applications.BUILD_AND_START,
                () -> decisionsNow(node).size() >= DECISIONS);
        return decisionsOn(workbench, node).subList(0, DECISIONS);
    }

    private static List<String> decisionsOn(Workbench workbench, String node) {
        return workbench.screen().ask(() -> decisionsNow(node));
    }

    private static List<String> decisionsNow(String node) {
        return Consoles.lines(node).filter(line -> line.startsWith("heating ")).toList();
    }

    /** Ends what runs and forgets what it printed. */
    private void end(Workbench workbench) {
        new Widgets(workbench).clickTool("Terminate");
        applications.awaitEnd();
        assertThat(applications.programs(project)).isEmpty();
        applications.forgetEnded();
    }
}
