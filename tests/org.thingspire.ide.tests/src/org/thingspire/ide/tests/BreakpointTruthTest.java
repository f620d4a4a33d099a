// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.eclipse.debug.core.model.IThread;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thingspire.ide.debug.breakpoint.SourceBreakpoint;

/** A breakpoint stands where nodes stop, or says why they don't. */
class BreakpointTruthTest {

    private static final int COMMENT = 41;
    private static final int FIRST_CODE_BELOW = 44;

    private static TestProject project;
    private static IFile control;

    private final IBreakpointManager breakpoints = DebugPlugin.getDefault().getBreakpointManager();

    @BeforeAll
    static void createProject() throws CoreException {
        project = TestProject.create("truth", "thermostat");
        control = project.project().getFile("modules/control.c");
    }

    @AfterEach
    void forgetBreakpoints() throws CoreException {
        breakpoints.removeBreakpoints(breakpoints.getBreakpoints(), true);
    }

    @AfterAll
    static void deleteProject() throws CoreException {
        project.close();
    }

    @Test
    void goesToTheNextLineWithCode() throws Exception {
        SourceBreakpoint breakpoint = SourceBreakpoint.create(control, COMMENT);
        try (Debugging debugging = Debugging.of(project)) {
            IThread thread = debugging.awaitHalt(DebugEvent.BREAKPOINT);

            assertEquals(FIRST_CODE_BELOW, thread.getTopStackFrame().getLineNumber());
            assertEquals(FIRST_CODE_BELOW, breakpoint.getLineNumber());
            assertEquals(Optional.empty(), breakpoint.problem());
            assertArrayEquals(new IBreakpoint[] {breakpoint}, thread.getBreakpoints());
        }
    }

    @Test
    void joinsTheOneThatIsAtItsTrueLineAlready() throws Exception {
        SourceBreakpoint there = SourceBreakpoint.create(control, FIRST_CODE_BELOW);
        SourceBreakpoint moved = SourceBreakpoint.create(control, COMMENT);
        try (Debugging debugging = Debugging.of(project)) {
            IThread thread = debugging.awaitHalt(DebugEvent.BREAKPOINT);
            assertFalse(moved.getMarker().exists());
            assertArrayEquals(new IBreakpoint[] {there}, breakpoints.getBreakpoints());

            there.delete();

            thread.resume();
            debugging.assertRunsFor(500);
        }
    }

    /** Who has Eclipse CDT may set its breakpoints in its C editor. */
    @Test
    void oneOfCdtIsHonoredAsLongAsItIsEnabled() throws Exception {
        CdtLineBreakpoint foreign = CdtLineBreakpoint.create(control, FIRST_CODE_BELOW);
        try (Debugging debugging = Debugging.of(project)) {
            IThread thread = debugging.awaitHalt(DebugEvent.BREAKPOINT);
            assertEquals(FIRST_CODE_BELOW, thread.getTopStackFrame().getLineNumber());

            foreign.setEnabled(false);

            thread.resume();
            debugging.assertRunsFor(500);
        }
    }

    @Test
    void oneOfCdtThatCanNotBeSetIsWarnedOfAtItsLineAsLongAsThatIsTrue() throws Exception {
        IFile history = project.project().getFile("modules/history.c");
        String warning = "22: Breakpoint, not set: no module on controller has history.c";
        CdtLineBreakpoint foreign = CdtLineBreakpoint.create(history, 22);
        try (Debugging debugging = Debugging.of(project)) {
            assertEquals(List.of(warning), warnings(history));

            foreign.setEnabled(false);
            assertTrue(Launching.becomesTrue(() -> warnings(history).isEmpty()), "one that nobody wants set");
            foreign.setEnabled(true);
            assertTrue(Launching.becomesTrue(() -> warnings(history).equals(List.of(warning))));

            foreign.delete();
            assertTrue(Launching.becomesTrue(() -> warnings(history).isEmpty()), "one that is gone");
            CdtLineBreakpoint.create(history, 22);
            assertTrue(Launching.becomesTrue(() -> warnings(history).equals(List.of(warning))));
        }
        assertTrue(Launching.becomesTrue(() -> warnings(history).isEmpty()), "without a debugger it may be right again");
    }

    /** With their lines. */
    private static List<String> warnings(IFile file) {
        try {
            return Stream.of(file.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO))
                    .filter(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_WARNING)
                    .map(marker -> marker.getAttribute(IMarker.LINE_NUMBER, 0) + ": " + marker.getAttribute(IMarker.MESSAGE, "")).toList();
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void saysThatThereIsNoCode() throws Exception {
        int end = control.readString().lines().toList().size() + 2;
        project.write("modules/control.c", control.readString() + "\n/* The end. */\n");
        SourceBreakpoint breakpoint = SourceBreakpoint.create(control, end);
        try (Debugging debugging = Debugging.of(project)) {
            assertEquals(Optional.of("no code at this line or below on controller"), breakpoint.problem());
            assertTrue(breakpoint.getMarker().getAttribute(IMarker.MESSAGE, "").contains("not set"));
            assertEquals(end, breakpoint.getLineNumber());

            breakpoint.setEnabled(false);
            assertTrue(Launching.becomesTrue(() -> breakpoint.problem().isEmpty()), "one that nobody wants set has no problem");
            breakpoint.setEnabled(true);
            assertTrue(Launching.becomesTrue(() -> breakpoint.problem().isPresent()));
        }
        assertTrue(Launching.becomesTrue(() -> breakpoint.problem().isEmpty()), "without a debugger it may be right again");
    }

    /** The platform tells of changed breakpoints after a build; a user who disabled one doesn't wait for that. */
    @Test
    void isDisabledWhileTheWorkspaceHasNoTimeToBuild() throws Exception {
        SourceBreakpoint breakpoint = SourceBreakpoint.create(control, 1_000);
        try (Debugging debugging = Debugging.of(project)) {
            assertTrue(breakpoint.problem().isPresent());
            IWorkspaceRoot whole = ResourcesPlugin.getWorkspace().getRoot();
            Job.getJobManager().beginRule(whole, null);
            try {
                breakpoint.setEnabled(false);

                assertTrue(Launching.becomesTrue(() -> breakpoint.problem().isEmpty()));
            } finally {
                Job.getJobManager().endRule(whole);
            }
        }
    }

    @Test
    void saysThatTheNodeHasNoModuleOfThatSource() throws Exception {
        SourceBreakpoint elsewhere = SourceBreakpoint.create(project.project().getFile("modules/history.c"), 22);
        SourceBreakpoint here = SourceBreakpoint.create(control, 32);
        try (Debugging debugging = Debugging.of(project)) {
            debugging.awaitHalt(DebugEvent.BREAKPOINT);

            assertEquals(Optional.of("no module on controller has history.c"), elsewhere.problem());
            assertEquals(Optional.empty(), here.problem());
        }
    }

    @Test
    void forgetsWhatADebuggerOfTheLastSessionSaid() throws Exception {
        SourceBreakpoint breakpoint = SourceBreakpoint.create(control, 32);
        IMarker marker = breakpoint.getMarker();
        marker.setAttribute("org.thingspire.ide.debug.problem", "no code");
        assertEquals(Optional.of("no code"), breakpoint.problem());

        new SourceBreakpoint().setMarker(marker);

        assertEquals(Optional.empty(), breakpoint.problem());
    }
}
