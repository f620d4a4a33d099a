// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.tests;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.model.IProcess;
import org.thingspire.ide.IdeIds;
import org.thingspire.ide.build.SharedCompiler;
import org.thingspire.ide.launch.LaunchSettings;

/** A launch of a project, stopped after the test. */
record Launching(ILaunch launch) implements AutoCloseable {

    /** What is waited for takes a second or two, on a slow machine ten times as long, and this is ten times that: a guard against hanging. */
    static final Duration PATIENCE = Duration.ofSeconds(200);

    static Launching run(TestProject project) throws CoreException {
        return run(LaunchSettings.of(project.project()));
    }

    static Launching run(LaunchSettings settings) throws CoreException {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        ILaunchConfigurationWorkingCopy configuration =
                manager.getLaunchConfigurationType(IdeIds.APPLICATION_LAUNCH).newInstance(null, settings.projectName());
        settings.write(configuration);
        ILaunchConfiguration unsaved = configuration;
        return new Launching(unsaved.launch(ILaunchManager.RUN_MODE, new NullProgressMonitor()));
    }

    List<String> labels() {
        return Stream.of(launch.getProcesses()).map(IProcess::getLabel).toList();
    }

    IProcess process(String label) {
        return Stream.of(launch.getProcesses()).filter(process -> process.getLabel().equals(label)).findFirst().orElseThrow();
    }

    String output(String label) {
        return process(label).getStreamsProxy().getOutputStreamMonitor().getContents();
    }

    String errors(String label) {
        return process(label).getStreamsProxy().getErrorStreamMonitor().getContents();
    }

    /** Fails with what was there instead. */
    void awaitOutput(String label, String text) throws InterruptedException {
        if (!becomesTrue(() -> output(label).contains(text))) {
            throw new AssertionError(label + " did not print \"" + text + "\" but:\n" + output(label) + errors(label));
        }
    }

    void awaitErrors(String label, String text) throws InterruptedException {
        if (!becomesTrue(() -> errors(label).contains(text))) {
            throw new AssertionError(label + " did not report \"" + text + "\" but:\n" + errors(label) + output(label));
        }
    }

    void awaitEnd() throws InterruptedException {
        if (!becomesTrue(launch::isTerminated)) {
            throw new AssertionError("still runs: " + labels());
        }
    }

    /**
     * Ends the compiler, whose processes would stay for the next build, and fails if anything else that was started lives on. An automatic
     * build that made way for a launch begins again after it, so that comes first.
     */
    static void assertNothingIsLeft() throws InterruptedException {
        Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
        SharedCompiler.ofThisWorkbench().close();
        if (!becomesTrue(() -> descendants().isEmpty())) {
            throw new AssertionError("still run: " + descendants());
        }
    }

    private static List<String> descendants() {
        return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)
                .map(process -> process.info().commandLine().orElse("process " + process.pid())).toList();
    }

    static boolean becomesTrue(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }

    @Override
    public void close() throws CoreException, InterruptedException {
        launch.terminate();
        awaitEnd();
    }
}
