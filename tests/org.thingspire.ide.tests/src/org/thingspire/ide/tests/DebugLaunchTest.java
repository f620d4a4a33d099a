// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IThread;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.ide.debug.breakpoint.SourceBreakpoint;
import org.thingspire.ide.program.ProgramLocations;

class DebugLaunchTest {

    private static TestProject project;
    private static IFile control;

    @BeforeAll
    static void createProject() throws CoreException {
        project = TestProject.create("debugged", "thermostat");
        control = project.project().getFile("modules/control.c");
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        IBreakpointManager breakpoints = DebugPlugin.getDefault().getBreakpointManager();
        breakpoints.removeBreakpoints(breakpoints.getBreakpoints(), true);
        Launching.assertNothingIsLeft();
    }

    @AfterAll
    static void deleteProject() throws CoreException {
        project.close();
    }

    @Test
    void haltsAtABreakpointStepsAndGoesOn() throws Exception {
        IBreakpoint breakpoint = SourceBreakpoint.create(control, 32);
        try (Debugging debugging = Debugging.of(project)) {
            assertEquals("controller", debugging.target().getName());

            IThread thread = debugging.awaitHalt(DebugEvent.BREAKPOINT);
            assertTrue(thread.isSuspended());
            assertTrue(debugging.target().isSuspended());
            assertEquals(List.of("control.decide() line: 32", "control.update() line: 47"), Debugging.stack(thread));
            assertEquals(control, debugging.launch().getSourceLocator().getSourceElement(thread.getTopStackFrame()));
            assertArrayEquals(new IBreakpoint[] {breakpoint}, thread.getBreakpoints());

            thread.stepOver();
            assertEquals(thread, debugging.awaitHalt(DebugEvent.STEP_END));
            assertEquals("control.decide() line: 33", thread.getTopStackFrame().getName());

            thread.stepReturn();
            debugging.awaitHalt(DebugEvent.STEP_END);
            assertEquals(1, thread.getStackFrames().length);

            breakpoint.delete();
            assertGoesOn(debugging, thread);
        }
    }

    @Test
    void breakpointsAreSetDisabledAndSkippedWhileTheNodeRuns() throws Exception {
        try (Debugging debugging = Debugging.of(project)) {
            SourceBreakpoint breakpoint = SourceBreakpoint.create(control, 47);
            IThread thread = debugging.awaitHalt(DebugEvent.BREAKPOINT);
            assertEquals(List.of("control.update() line: 47"), Debugging.stack(thread));

            breakpoint.setEnabled(false);
            assertGoesOn(debugging, thread);

            breakpoint.setEnabled(true);
            debugging.awaitHalt(DebugEvent.BREAKPOINT);

            DebugPlugin.getDefault().getBreakpointManager().setEnabled(false);
            assertGoesOn(debugging, thread);
        }
    }

    @Test
    void aRunningNodeIsSuspendedAndTerminated() throws Exception {
        try (Debugging debugging = Debugging.of(project)) {
            assertTrue(debugging.target().canSuspend());
            debugging.target().suspend();
            IThread thread = debugging.awaitHalt(DebugEvent.CLIENT_REQUEST);
            assertTrue(thread.getStackFrames().length > 0);

            debugging.target().terminate();
            debugging.awaitEnd();
            assertTrue(debugging.target().isTerminated());
            assertEquals(0, debugging.target().getThreads().length);
        }
    }

    @Test
    void breakpointIsHitAgainAfterTheLaunchOfWhatIsBuilt() throws Exception {
        SourceBreakpoint.create(control, 32);
        try (Debugging first = Debugging.of(project)) {
            first.awaitHalt(DebugEvent.BREAKPOINT);
        }
        try (Debugging second = Debugging.of(project)) {
            second.awaitHalt(DebugEvent.BREAKPOINT);
        }
    }

    @Test
    void debugsTheNodeThatTheConfigurationNames() throws Exception {
        SourceBreakpoint.create(project.project().getFile("modules/history.c"), 22);
        try (Debugging debugging = Debugging.of(project, "gateway")) {
            assertEquals("gateway", debugging.target().getName());
            IThread thread = debugging.awaitHalt(DebugEvent.BREAKPOINT);
            assertEquals("history.record() line: 22", thread.getTopStackFrame().getName());

            debugging.target().getProcess().terminate();
            debugging.awaitEnd();
            assertTrue(debugging.target().isTerminated());
        }
    }

    @Test
    void terminatingTheProcessOfAHaltedNodeEndsItsDebuggerToo() throws Exception {
        SourceBreakpoint.create(control, 32);
        try (Debugging debugging = Debugging.of(project)) {
            debugging.awaitHalt(DebugEvent.BREAKPOINT);
            debugging.target().getProcess().terminate();
            debugging.awaitEnd();
            assertTrue(debugging.target().isTerminated());
        }
    }

    @Test
    void missingNodeStopsTheLaunchBeforeAnythingIsStarted() {
        ProgramLocations programs = ProgramLocations.ofThisWorkbench();
        programs.name(ExternalProgram.NODE, Optional.of(Path.of("/nowhere/node")));
        try {
            CoreException refusal = assertThrows(CoreException.class, () -> Debugging.of(project));
            assertEquals("node is not installed. Install it with: apt-get install nodejs", refusal.getStatus().getMessage());
        } finally {
            programs.name(ExternalProgram.NODE, Optional.empty());
        }
    }

    private static void assertGoesOn(Debugging debugging, IThread thread) throws Exception {
        thread.resume();
        assertFalse(thread.isSuspended());
        debugging.assertRunsFor(500);
    }
}
