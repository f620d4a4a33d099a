// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.ide.IdeIds;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ide.program.ProgramLocations;
import org.thingspire.ui.tests.driver.Applications;
import org.thingspire.ui.tests.driver.Consoles;
import org.thingspire.ui.tests.driver.SampleProject;
import org.thingspire.ui.tests.driver.UiTest;
import org.thingspire.ui.tests.driver.Widgets;
import org.thingspire.ui.tests.driver.Workbench;

/** What can be wrong with a project and with the machine that runs it: the user is told, and can go on. */
@UiTest
class BadInputTest {

    private static final Path NOWHERE = Path.of("/nowhere/at/all");

    private final ProgramLocations programs = ProgramLocations.ofThisWorkbench();
    private Applications applications;
    private Widgets widgets;

    @BeforeEach
    void look(Workbench workbench) {
        applications = workbench.applications();
        widgets = new Widgets(workbench);
    }

    @AfterEach
    void findProgramsAgain() throws Exception {
        for (ExternalProgram program : ExternalProgram.values()) {
            programs.name(program, Optional.empty());
        }
        applications.stopAll();
    }

    @Test
    void missingEmulatorLeadsToThePreferences(Workbench workbench) throws Exception {
        assertLeadsToThePreferences(workbench, ExternalProgram.QEMU_ARM, ILaunchManager.RUN_MODE);
    }

    @Test
    void missingDebuggerLeadsToThePreferences(Workbench workbench) throws Exception {
        assertLeadsToThePreferences(workbench, ExternalProgram.GDB, ILaunchManager.DEBUG_MODE);
    }

    @Test
    void missingNodeLeadsToThePreferences(Workbench workbench) throws Exception {
        assertLeadsToThePreferences(workbench, ExternalProgram.NODE, ILaunchManager.DEBUG_MODE);
    }

    private void assertLeadsToThePreferences(Workbench workbench, ExternalProgram program, String mode) throws Exception {
        SampleProject project = workbench.newProject("lacking", "thermostat");
        programs.name(program, Optional.of(NOWHERE));

        applications.launch(applications.configuration(LaunchSettings.of(project.project())), mode);

        String dialog = "\"lacking\" Was Not Started";
        widgets.awaitDialog(dialog, Applications.BUILD_AND_START);
        workbench.screenshot("missing-" + program.command());
        assertThat(widgets.textOf(dialog)).contains(program.command() + " is not installed", "apt-get install " + program.debianPackage(),
                NOWHERE.toString());
        widgets.clickButton("Open Preferences");
        widgets.awaitDialog("Preferences");
        workbench.hands().press(KeyEvent.VK_ESCAPE);
        widgets.awaitNoDialog("Preferences");
        workbench.screen().waitUntil("nothing of it is in the Debug view", () -> applications.launches().isEmpty());
        applications.assertNothingIsLeft();
    }

    @Test
    void projectWithoutTopologySaysWhatIsMissing(Workbench workbench) throws Exception {
        SampleProject project = workbench.newProject("without", "empty");
        workbench.screen().ask(() -> {
            project.topology().delete(true, null);
            return null;
        });
        workbench.selectInExplorer(project.project());

        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_R);

        String dialog = "\"without\" Was Not Started";
        widgets.awaitDialog(dialog, Applications.BUILD_AND_START);
        workbench.screenshot("without-topology");
        assertThat(widgets.textOf(dialog)).contains("there is no .topology file", "make a new project");
        widgets.clickButton("Show Problems");
        workbench.screen().waitUntil("the problems are shown", () -> workbench.page().getActivePart() != null
                && workbench.page().getActivePart().getSite().getId().equals(IPageLayout.ID_PROBLEM_VIEW));
        assertThat(applications.launches()).isEmpty();
    }

    @Test
    void emulatorThatDiesIsSaidAndTheApplicationCanRunAgain(Workbench workbench) throws Exception {
        SampleProject project = workbench.newProject("dying", "thermostat");
        workbench.openTopology(project);
        buildAndRun(workbench);

        ProcessHandle emulator = ProcessHandle.current().descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/" + ExternalProgram.QEMU_ARM.command()))
                .findFirst().orElseThrow();
        emulator.destroyForcibly();

        workbench.screen().waitUntil("the end is said", () -> Consoles.text().contains("node \"controller\" ended with exit code 137"));
        applications.awaitEnd();
        workbench.screenshot("died");
        assertThat(workbench.screen().ask(Consoles::text)).contains("Run it again");
        assertThat(applications.programs(project)).isEmpty();
        applications.forgetEnded();
        buildAndRun(workbench);
    }

    private static void buildAndRun(Workbench workbench) {
        workbench.hands().press(KeyEvent.VK_CONTROL, KeyEvent.VK_ALT, KeyEvent.VK_R);
        workbench.screen().waitUntil(() -> "it runs; printed was: " + Consoles.text(), Applications.BUILD_AND_START,
                () -> Consoles.lines("controller").anyMatch("ready"::equals));
    }

    @Test
    void brokenWebAssemblyTextIsMarkedAtItsLine(Workbench workbench) throws Exception {
        SampleProject project = workbench.newProject("broken-text", "thermostat");
        IFile relay = project.project().getFile("modules/relay.wat");
        workbench.screen().ask(() -> IDE.openEditor(workbench.page(), relay));
        Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);

        workbench.screen().ask(() -> {
            relay.setContents(new ByteArrayInputStream("(module\n  (func (export \"x\") (i32.bogus)))\n".getBytes(StandardCharsets.UTF_8)),
                    IResource.FORCE, null);
            return null;
        });

        workbench.screen().waitUntil("the line is marked", Applications.BUILD_AND_START, () -> Stream.of(
                relay.findMarkers(IdeIds.PROBLEM_MARKER, true, 0)).anyMatch(marker -> marker.getAttribute(IMarker.LINE_NUMBER, 0) == 2));
        workbench.screenshot("marked-text");
    }
}
