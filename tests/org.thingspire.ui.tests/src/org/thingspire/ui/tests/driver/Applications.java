// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.thingspire.ide.IdeIds;
import org.thingspire.ide.build.SharedCompiler;
import org.thingspire.ide.launch.LaunchSettings;

/** What the workbench runs: launches in the Debug view, and the programs behind them. */
public final class Applications {

    /** Building everything for the first time included. */
    public static final Duration BUILD_AND_START = Screen.PATIENCE.multipliedBy(3);

    private final Screen screen;
    private final ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();

    Applications(Screen screen) {
        this.screen = screen;
    }

    /** A launch configuration as the user would have made it, in place of the project's old ones. */
    public ILaunchConfiguration configuration(LaunchSettings settings) throws CoreException {
        for (ILaunchConfiguration old : manager.getLaunchConfigurations()) {
            if (LaunchSettings.read(old).projectName().equals(settings.projectName())) {
                old.delete();
            }
        }
        ILaunchConfigurationWorkingCopy configuration =
                manager.getLaunchConfigurationType(IdeIds.APPLICATION_LAUNCH).newInstance(null, settings.projectName());
        settings.write(configuration);
        return configuration.doSave();
    }

    /** @param mode of {@link ILaunchManager} */
    public void launch(ILaunchConfiguration configuration, String mode) {
        screen.ask(() -> {
            DebugUITools.launch(configuration, mode);
            return null;
        });
    }

    public List<ILaunch> launches() {
        return List.of(manager.getLaunches());
    }

    /** Waits until no launch runs. */
    public void awaitEnd() {
        screen.waitUntil("everything has stopped", () -> launches().stream().allMatch(ILaunch::isTerminated));
    }

    /** Waits until there is something to stop of every launch: what is still being built is in the Debug view, but without nodes. */
    private void awaitBegin() {
        screen.waitUntil("everything has begun", BUILD_AND_START, () -> launches().stream().allMatch(ILaunch::hasChildren));
    }

    /** Leaves nothing to the next test. */
    public void stopAll() throws CoreException {
        awaitBegin();
        for (ILaunch launch : launches()) {
            stop(launch);
        }
        awaitEnd();
        forgetEnded();
    }

    /** Takes what has ended out of the Debug view, and its consoles away. */
    public void forgetEnded() {
        manager.removeLaunches(launches().stream().filter(ILaunch::isTerminated).toArray(ILaunch[]::new));
    }

    private static void stop(ILaunch launch) throws DebugException {
        if (launch.canTerminate()) {
            launch.terminate();
        }
    }

    /** Emulators, processes and debuggers that run an image of a project. */
    public List<String> programs(SampleProject project) {
        return descendants().map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains("/" + project.name() + "/build/")).toList();
    }

    /**
     * Ends the compiler, whose processes would stay for the next build, and fails if anything else that the workbench has started lives on.
     * An automatic build that made way for the launch begins again after it, so that comes first.
     */
    public void assertNothingIsLeft() {
        screen.waitUntil("the automatic build is done", BUILD_AND_START,
                () -> Job.getJobManager().find(ResourcesPlugin.FAMILY_AUTO_BUILD).length == 0);
        SharedCompiler.ofThisWorkbench().close();
        screen.waitUntil("nothing is left running", () -> descendants().findAny().isEmpty());
    }

    private static Stream<ProcessHandle> descendants() {
        return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive);
    }
}
