// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;

import org.eclipse.debug.core.ILaunch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.thingspire.ui.tests.driver.Applications;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.TopologyDiagram;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Workbench;

/** F11 in the diagram debugs the node that is selected there. */
@UiTest
class SelectedNodeTest {

    @AfterEach
    void stopWhatRuns(Workbench workbench) throws Exception {
        workbench.applications().stopAll();
    }

    @Test
    void isTheOneThatIsDebugged(Workbench workbench) throws Exception {
        SampleProject project = workbench.newProject("pointed-at", "thermostat");
        TopologyDiagram diagram = workbench.openTopology(project);
        diagram.select("history"); // is on the gateway; by itself the first device would be debugged

        workbench.hands().press(KeyEvent.VK_F11);

        workbench.screen().waitUntil("the debugger has taken hold", Applications.BUILD_AND_START,
                () -> workbench.applications().launches().stream().anyMatch(launch -> launch.getDebugTarget() != null));
        ILaunch launch = workbench.applications().launches().getFirst();
        assertThat(launch.getDebugTarget().getName()).isEqualTo("gateway");
    }
}
