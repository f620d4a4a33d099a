// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.thingspire.ide.IdeIds;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ui.tests.driver.Applications;
import org.thingspire.ui.tests.driver.ContextMenu;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Workbench;

/** Run As makes a launch configuration the first time, and takes it from then on. */
@UiTest
class RunAsTest {

    @AfterEach
    void stopWhatRuns(Workbench workbench) throws CoreException {
        workbench.applications().stopAll();
    }

    @Test
    void projectAndTopologyRunWithOneConfiguration(Workbench workbench) throws Exception {
        IProject project = thermostat(workbench, "run-as");

        runAs(workbench, project);
        workbench.screen().waitUntil("it runs", Applications.BUILD_AND_START, () -> running(workbench).size() == 1);
        assertThat(configurationsOf(project)).singleElement()
                .satisfies(made -> assertThat(LaunchSettings.read(made)).isEqualTo(LaunchSettings.of(project)));

        ILaunch first = running(workbench).getFirst();
        runAs(workbench, project.getFile("run-as.topology"));
        workbench.screen().waitUntil("it runs again, and only once", Applications.BUILD_AND_START,
                () -> running(workbench).size() == 1 && running(workbench).getFirst() != first);
        assertThat(configurationsOf(project)).hasSize(1);
    }

    private static void runAs(Workbench workbench, IResource element) {
        workbench.selectInExplorer(element);
        new ContextMenu(workbench).chooseByKeys("Run As", "1 ThingSpire Application");
    }

    private static List<ILaunch> running(Workbench workbench) {
        return workbench.applications().launches().stream().filter(launch -> launch.hasChildren() && !launch.isTerminated()).toList();
    }

    private static List<ILaunchConfiguration> configurationsOf(IProject project) throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        List<ILaunchConfiguration> found = new ArrayList<>();
        for (ILaunchConfiguration each : manager.getLaunchConfigurations(manager.getLaunchConfigurationType(IdeIds.APPLICATION_LAUNCH))) {
            if (LaunchSettings.read(each).projectName().equals(project.getName())) {
                found.add(each);
            }
        }
        return found;
    }

    private static IProject thermostat(Workbench workbench, String name) throws InterruptedException {
        IProject project = workbench.newProject(name, "thermostat").project();
        Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
        return project;
    }
}
