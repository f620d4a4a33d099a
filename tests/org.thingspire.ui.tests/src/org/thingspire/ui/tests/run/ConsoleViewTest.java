// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;

import org.eclipse.core.resources.IResource;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.console.IConsoleConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ui.tests.driver.Applications;
import org.thingspire.ui.tests.driver.Consoles;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Workbench;

/** The Console view shares its place with others. */
@UiTest
class ConsoleViewTest {

    private static final int MORE_LINES = 5;

    @AfterEach
    void stopWhatRuns(Workbench workbench) throws Exception {
        workbench.applications().stopAll();
    }

    @Test
    void comesToTheFrontWhenNodesStartAndNotWhenTheyPrint(Workbench workbench) throws Exception {
        SampleProject project = workbench.newProject("printing", "thermostat");
        Files.writeString(project.topologyFile(), Files.readString(project.topologyFile()).replace("periodMs=\"1000\"", "periodMs=\"100\""));
        project.topology().refreshLocal(IResource.DEPTH_ZERO, null);
        Applications applications = workbench.applications();
        show(workbench, IPageLayout.ID_PROBLEM_VIEW);

        applications.launch(applications.configuration(LaunchSettings.of(project.project())), ILaunchManager.RUN_MODE);

        workbench.screen().waitUntil("the console is in front", Applications.BUILD_AND_START,
                () -> isInFront(workbench, IConsoleConstants.ID_CONSOLE_VIEW));
        for (String view : new String[] {IPageLayout.ID_PROBLEM_VIEW, IPageLayout.ID_PROP_SHEET}) {
            show(workbench, view);
            long before = workbench.screen().ask(ConsoleViewTest::printed);
            workbench.screen().waitUntil("much more is printed", Applications.BUILD_AND_START, () -> printed() >= before + MORE_LINES);
            assertThat(workbench.screen().ask(() -> isInFront(workbench, view))).as(view + " is in front").isTrue();
        }
    }

    private static long printed() {
        return Consoles.lines("gateway").count();
    }

    private static void show(Workbench workbench, String view) {
        workbench.screen().ask(() -> workbench.page().showView(view));
        workbench.screen().waitUntil(view + " is in front", () -> isInFront(workbench, view));
    }

    private static boolean isInFront(Workbench workbench, String view) {
        IViewPart part = workbench.page().findView(view);
        return part != null && workbench.page().isPartVisible(part);
    }
}
