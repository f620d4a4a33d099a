// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.model.IProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thingspire.ide.debug.breakpoint.SourceBreakpoint;

/**
 * How long users wait after Run and after Debug when everything is built. Not a test, because a busy machine says nothing about us: run
 * it by its name.
 */
class LaunchBenchmark {

    private static final int RUNS = 9;
    private static final long FIRST_LINE_MS = 3000;
    private static final long FIRST_STOP_MS = 1500;

    private static TestProject project;

    /** What is measured once, in milliseconds. */
    @FunctionalInterface
    private interface Measurement {
        long milliseconds() throws Exception;
    }

    @BeforeAll
    static void createProject() throws CoreException {
        project = TestProject.create("measured", "thermostat");
    }

    @AfterAll
    static void deleteProject() throws CoreException {
        IBreakpointManager breakpoints = DebugPlugin.getDefault().getBreakpointManager();
        breakpoints.removeBreakpoints(breakpoints.getBreakpoints(), true);
        project.close();
    }

    @Test
    void everyNodePrintsItsFirstLineSoonAfterRun() throws Exception {
        long median = median("Run to the first line of every node", () -> {
            long start = System.nanoTime();
            try (Launching launching = Launching.run(project)) {
                IProcess[] nodes = launching.launch().getProcesses();
                Launching.becomesTrue(() -> Stream.of(nodes).allMatch(LaunchBenchmark::hasPrinted));
                return millisecondsSince(start);
            }
        });
        assertTrue(median < FIRST_LINE_MS, "a console line within " + FIRST_LINE_MS + " ms");
    }

    @Test
    void breakpointIsHitSoonAfterDebug() throws Exception {
        SourceBreakpoint.create(project.project().getFile("modules/control.c"), 32);
        long median = median("Debug to the first stop", () -> {
            long start = System.nanoTime();
            try (Debugging debugging = Debugging.of(project)) {
                debugging.awaitHalt(DebugEvent.BREAKPOINT);
                return millisecondsSince(start);
            }
        });
        assertTrue(median <= FIRST_STOP_MS, "a stop within " + FIRST_STOP_MS + " ms");
    }

    private static boolean hasPrinted(IProcess node) {
        return node.getStreamsProxy().getOutputStreamMonitor().getContents().contains("\n");
    }

    private static long millisecondsSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** The first time builds, and is not counted. */
    private static long median(String what, Measurement measurement) throws Exception {
        measurement.milliseconds();
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            times.add(measurement.milliseconds());
        }
        times.sort(null);
        long median = times.get(RUNS / 2);
        System.out.printf("%s: median %d ms of %d (%d to %d); load average %.1f on %d processors%n", what, median, RUNS,
                times.getFirst(), times.getLast(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        return median;
    }
}
