// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;

import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ui.tests.driver.Applications;
import org.thingspire.ui.tests.driver.Consoles;
import org.thingspire.ui.tests.driver.ContextMenu;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Widgets;
import org.thingspire.ui.tests.driver.Workbench;

/** Who likes to see what is launched makes a launch configuration by hand. */
@UiTest
class NewConfigurationTest {

    private static final String DIALOG = "Run Configurations";

    @AfterEach
    void stopWhatRuns(Workbench workbench) throws Exception {
        workbench.applications().stopAll();
    }

    @Test
    void newConfigurationIsOfTheSelectedProjectAndRunsAsItIs(Workbench workbench) throws Exception {
        SampleProject project = workbench.newProject("by-hand", "thermostat");
        workbench.selectInExplorer(project.project());
        Widgets widgets = new Widgets(workbench);

        new ContextMenu(workbench).chooseFromMenuBar(KeyEvent.VK_R, "Run Configurations...");
        widgets.awaitDialog(DIALOG);
        widgets.clickTreeItem("ThingSpire Application");
        widgets.clickTool("New launch configuration");
        workbench.screen().waitUntil("it is named after the project",
                () -> widgets.textOf(DIALOG).lines().anyMatch(project.name()::equals));
        workbench.screenshot("new-configuration");
        widgets.clickButton("Run");

        widgets.awaitNoDialog(DIALOG);
        workbench.screen().waitUntil(() -> "it runs; printed was: " + Consoles.text(), Applications.BUILD_AND_START,
                () -> Consoles.lines("controller").anyMatch("ready"::equals));
        ILaunchConfiguration made = workbench.applications().launches().getFirst().getLaunchConfiguration();
        assertThat(made.getName()).isEqualTo(project.name());
        assertThat(LaunchSettings.read(made)).isEqualTo(LaunchSettings.of(project.project()));
        assertThat(DebugPlugin.getDefault().getLaunchManager().isExistingLaunchConfigurationName(project.name())).isTrue();
    }
}
