// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.thingspire.ide.IdeIds;
import org.thingspire.ui.tests.driver.Applications;
import org.thingspire.ui.tests.driver.Consoles;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Widgets;
import org.thingspire.ui.tests.driver.Workbench;

/** From nothing to an application that runs, by mouse and keys. */
@UiTest
class FirstRunTest {

    private static final Duration BUILD_AND_START = Applications.BUILD_AND_START;
    private static final String CONTROL = "modules/control.c";

    @AfterEach
    void stopWhatRuns(Workbench workbench) throws Exception {
        workbench.applications().stopAll();
    }

    @Test
    void wizardMakesAProjectThatRunsAndStops(Workbench workbench) {
        Widgets widgets = new Widgets(workbench);
        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_N);
        widgets.awaitDialog("New");
        widgets.type("thingspire project");
        widgets.clickButton("Next >");
        widgets.awaitDialog("New ThingSpire Project");
        widgets.type("greenhouse");
        widgets.clickButton("thermostat");
        workbench.screenshot("wizard");
        assertThat(widgets.keys("New ThingSpire Project")).contains("project-name", "template-empty", "template-thermostat");
        widgets.clickButton("Finish");
        widgets.awaitNoDialog("New ThingSpire Project");
        workbench.screen().waitUntil("the topology is open", () -> workbench.page().getActiveEditor() != null
                && workbench.page().getActiveEditor().getTitle().startsWith("greenhouse"));

        widgets.clickTool("Build and run");

        workbench.screen().waitUntil("the device decides", BUILD_AND_START, () -> Consoles.text().contains("heating on"));
        workbench.screen().waitUntil("the gateway reports", () -> Consoles.text().contains("samples"));
        assertThat(workbench.screen().ask(Consoles::text)).contains("greenhouse: controller (mps2-an385)", "greenhouse: gateway (linux-x86_64)");
        workbench.screenshot("running");
        assertThat(nodesRunning("greenhouse")).isEqualTo(2);

        widgets.clickTool("Terminate");

        workbench.applications().awaitEnd();
        assertThat(nodesRunning("greenhouse")).isZero();
    }

    @Test
    void brokenSourceIsMarkedUntilItIsMended(Workbench workbench) throws Exception {
        IProject project = workbench.newProject("mended", "thermostat").project();
        awaitBuild();
        IFile control = project.getFile(CONTROL);
        workbench.screen().ask(() -> IDE.openEditor(workbench.page(), control));
        Widgets widgets = new Widgets(workbench);

        widgets.goToStartOfText();
        widgets.type("oops ");
        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
        workbench.screen().waitUntil("the error is marked", BUILD_AND_START, () -> problems(control).length > 0);
        workbench.screenshot("marked");
        widgets.goToStartOfText();
        for (int i = 0; i < "oops ".length(); i++) {
            workbench.hands().press(KeyEvent.VK_DELETE);
        }
        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_S);

        workbench.screen().waitUntil("the error is gone", BUILD_AND_START, () -> problems(project).length == 0);
    }

    @Test
    void trapIsALinkIntoTheSource(Workbench workbench) {
        IProject project = workbench.newProject("trapping", "thermostat").project();
        workbench.screen().ask(() -> {
            String source = project.getFile(CONTROL).readString()
                    .replace("static int heating;", "static int heating;\nstatic volatile int zero;")
                    .replace("heating = wanted;", "heating = wanted / zero;");
            project.getFile(CONTROL).setContents(new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)), IResource.FORCE, null);
            return IDE.openEditor(workbench.page(), project.getFile("trapping.topology"));
        });

        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_R);

        workbench.screen().waitUntil("the trap is a link", BUILD_AND_START,
                () -> Consoles.links().anyMatch(text -> text.matches("control\\.c:\\d+")));
        workbench.screenshot("trapped");
    }

    private static void awaitBuild() throws InterruptedException {
        Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
    }

    private static IMarker[] problems(IResource resource) throws Exception {
        return resource.findMarkers(IdeIds.PROBLEM_MARKER, true, IResource.DEPTH_INFINITE);
    }

    /** Emulators and processes that run an image of the project. */
    private static long nodesRunning(String project) {
        return ProcessHandle.current().descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("/" + project + "/build/")).count();
    }
}
