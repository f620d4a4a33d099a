// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.IProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.ide.launch.LaunchSettings;
import org.thingspire.ide.launch.LaunchedNode;
import org.thingspire.ide.program.ProgramLocations;

class ApplicationLaunchTest {

    private static final String CONTROLLER = "controller (mps2-an385)";
    private static final String GATEWAY = "gateway (linux-x86_64)";

    private final ProgramLocations programs = ProgramLocations.ofThisWorkbench();

    @AfterEach
    void forgetPrograms() {
        programs.name(ExternalProgram.QEMU_ARM, Optional.empty());
    }

    @Test
    void showsWhatEveryNodePrints() throws Exception {
        try (TestProject project = TestProject.create("runs", "thermostat")) {
            project.build();
            assertEquals(List.of(), project.problemTexts());
            try (Launching launching = Launching.run(project)) {
                assertEquals(List.of(CONTROLLER, GATEWAY), launching.labels());

                launching.awaitOutput(CONTROLLER, "heating on");
                launching.awaitOutput(GATEWAY, "samples");
            }
        }
    }

    @Test
    void terminatingOneNodeStopsAllAndLeavesNoProcess() throws Exception {
        try (TestProject project = TestProject.create("stops", "thermostat"); Launching launching = Launching.run(project)) {
            launching.awaitOutput(CONTROLLER, "ready");
            List<ProcessHandle> running = emulatorsAndNodes(project);
            assertEquals(2, running.size(), running.toString());

            launching.process(CONTROLLER).terminate();

            launching.awaitEnd();
            assertTrue(launching.process(GATEWAY).isTerminated());
            assertEquals("", launching.errors(CONTROLLER));
            assertTrue(running.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    void startingItAgainStopsTheFirst() throws Exception {
        try (TestProject project = TestProject.create("again", "thermostat"); Launching first = Launching.run(project)) {
            first.awaitOutput(CONTROLLER, "ready");

            try (Launching second = Launching.run(project)) {
                assertTrue(first.launch().isTerminated());
                assertTrue(first.errors(CONTROLLER).contains("started again"), first.errors(CONTROLLER));
                second.awaitOutput(CONTROLLER, "ready");
                assertEquals(2, emulatorsAndNodes(project).size());
            }
        }
    }

    @Test
    void whatRunsGoesOnWhenItsNextBuildFails() throws Exception {
        try (TestProject project = TestProject.create("goes-on", "thermostat"); Launching first = Launching.run(project)) {
            first.awaitOutput(CONTROLLER, "ready");
            project.replace("modules/control.c", "heating = wanted;", "heating = wantd;");

            assertThrows(CoreException.class, () -> Launching.run(project));

            assertFalse(first.launch().isTerminated());
        }
    }

    @Test
    void twoProjectsRunSideBySide() throws Exception {
        try (TestProject one = TestProject.create("one", "thermostat");
                TestProject other = TestProject.create("other", "thermostat");
                Launching first = Launching.run(one);
                Launching second = Launching.run(other)) {
            second.awaitOutput(CONTROLLER, "ready");

            assertFalse(first.launch().isTerminated());
        }
    }

    @Test
    void deletingItsProjectStopsIt() throws Exception {
        TestProject project = TestProject.create("deleted", "thermostat");
        try (Launching launching = Launching.run(project)) {
            launching.awaitOutput(CONTROLLER, "ready");
            List<ProcessHandle> running = emulatorsAndNodes(project);

            project.close();

            launching.awaitEnd();
            assertTrue(running.stream().noneMatch(ProcessHandle::isAlive));
            assertTrue(launching.errors(CONTROLLER).contains("its project was deleted"), launching.errors(CONTROLLER));
        }
    }

    @Test
    void closingItsProjectStopsIt() throws Exception {
        try (TestProject project = TestProject.create("closed", "thermostat"); Launching launching = Launching.run(project)) {
            launching.awaitOutput(CONTROLLER, "ready");

            project.project().close(null);

            launching.awaitEnd();
            assertTrue(launching.errors(CONTROLLER).contains("its project was deleted, renamed or closed"));
        }
    }

    @Test
    void consolesSayOfWhichProjectTheyAre() throws Exception {
        try (TestProject project = TestProject.create("named", "empty"); Launching launching = Launching.run(project)) {
            IProcess device = launching.process("device (mps2-an385)");

            assertEquals("named: device (mps2-an385)", device.getAttribute(IProcess.ATTR_PROCESS_LABEL));
        }
    }

    @Test
    void nodeThatDiesSaysSoAndTheOthersAreStopped() throws Exception {
        try (TestProject project = TestProject.create("dies", "thermostat"); Launching launching = Launching.run(project)) {
            launching.awaitOutput(GATEWAY, "samples");
            ProcessHandle gateway = emulatorsAndNodes(project).stream()
                    .filter(process -> process.info().command().orElse("").endsWith("gateway.elf")).findFirst().orElseThrow();

            gateway.destroyForcibly();

            launching.awaitErrors(GATEWAY, "node \"gateway\" ended with exit code 137");
            launching.awaitEnd();
            assertEquals(137, launching.process(GATEWAY).getExitValue());
            assertEquals("", launching.errors(CONTROLLER));
            assertEquals(List.of(), emulatorsAndNodes(project));
        }
    }

    @Test
    void trapKnowsItsSource() throws Exception {
        try (TestProject project = TestProject.create("traps", "thermostat")) {
            project.replace("modules/control.c", "static int heating;", "static int heating;\nstatic volatile int zero;");
            project.replace("modules/control.c", "heating = wanted;", "heating = wanted / zero;");
            try (Launching launching = Launching.run(project)) {
                launching.awaitErrors(CONTROLLER, "trap: integer divide by zero in control.");

                String trap = launching.errors(CONTROLLER).lines().findFirst().orElseThrow();
                LaunchedNode controller = (LaunchedNode) launching.process(CONTROLLER);
                assertEquals("modules/control.c", controller.placeOfTrap(trap).orElseThrow().file());
            }
        }
    }

    @Test
    void missingEmulatorIsNamedWithItsPackage() throws Exception {
        programs.name(ExternalProgram.QEMU_ARM, Optional.of(Path.of("/nowhere/qemu-system-arm")));
        try (TestProject project = TestProject.create("no-emulator", "thermostat")) {
            CoreException failure = assertThrows(CoreException.class, () -> Launching.run(project));

            assertEquals("qemu-system-arm is not installed. Install it with: apt-get install qemu-system-arm",
                    failure.getStatus().getMessage());
            assertNull(failure.getStatus().getException());
        }
    }

    @Test
    void brokenSourceIsSaidInsteadOfRun() throws Exception {
        try (TestProject project = TestProject.create("not-built", "thermostat")) {
            project.replace("modules/control.c", "heating = wanted;", "heating = wantd;");

            CoreException failure = assertThrows(CoreException.class, () -> Launching.run(project));

            assertTrue(failure.getStatus().getMessage().startsWith("control.c:"), failure.getStatus().getMessage());
            assertNull(failure.getStatus().getException());
            assertNotEquals(List.of(), project.problemTexts());
        }
    }

    @Test
    void projectThatIsGoneIsSaid() {
        CoreException failure = assertThrows(CoreException.class,
                () -> Launching.run(new LaunchSettings("gone", "1", Optional.empty())));

        assertTrue(failure.getStatus().getMessage().startsWith("There is no project \"gone\"."));
    }

    /** What runs the images of a project. */
    private static List<ProcessHandle> emulatorsAndNodes(TestProject project) {
        String folder = project.project().getLocation().toString();
        return ProcessHandle.current().descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(folder)).toList();
    }
}
