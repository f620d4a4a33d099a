// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.launch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.core.IStatusHandler;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.ide.FailureReport;
import org.thingspire.ide.IdeIds;
import org.thingspire.ide.IdeInstallation;
import org.thingspire.ide.build.ProjectBuild;
import org.thingspire.run.RunOptions;

/**
 * Launches a ThingSpire application: builds what isn't built, starts every node on this machine and, in debug mode, has the
 * debugger take hold of one. The same for all boards: the core's targets know how each is run.
 */
public final class ApplicationLaunch extends LaunchConfigurationDelegate {

    /** The launch builds by itself, with the profile of its mode. */
    @Override
    public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
        return false;
    }

    @Override
    public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, "Starting " + configuration.getName(), 10);
        try {
            if (mode.equals(ILaunchManager.DEBUG_MODE)) {
                debug(LaunchSettings.read(configuration), launch, progress);
            } else {
                run(LaunchSettings.read(configuration), launch, progress);
            }
        } catch (OperationCanceledException e) {
            throw e;
        } catch (CoreException | IOException | RuntimeException e) {
            throw FailedLaunch.tell(configuration.getName(), e);
        }
    }

    private static void run(LaunchSettings settings, ILaunch launch, SubMonitor progress) throws CoreException, IOException {
        Installation installation = IdeInstallation.ofThisWorkbench().core();
        IProject project = settings.project();
        ProjectBuild.Result built = new ProjectBuild(project, Profile.RELEASE).run(progress.split(8));
        start(launch, project, built, installation, options(settings, installation), progress.split(2));
        // So that views turn to it; in debug mode they turn to what the debugger halts.
        tell(launch, IdeIds.APPLICATION_STARTED, "The application was started.");
    }

    /**
     * Tells or asks the user interface, if there is one.
     *
     * @return its answer, null without one
     */
    private static Object tell(Object source, int code, String news) throws CoreException {
        IStatus status = new Status(IStatus.INFO, IdeIds.BUNDLE, code, news, null);
        IStatusHandler handler = DebugPlugin.getDefault().getStatusHandler(status);
        return handler == null ? null : handler.handleStatus(status, source);
    }

    private static void debug(LaunchSettings settings, ILaunch launch, SubMonitor progress) throws CoreException, IOException {
        Installation installation = IdeInstallation.ofThisWorkbench().core();
        IProject project = settings.project();
        ApplicationDebugger debugger = new InstalledDebugger(Platform.getExtensionRegistry()).create();
        debugger.checkReady(installation.programs());
        Object selected = tell(project, IdeIds.NODE_TO_DEBUG, "Which node is to be debugged?"); // now: building takes its time
        ProjectBuild.Result built = new ProjectBuild(project, Profile.DEBUG).run(progress.split(6));
        Image image = debugged(built.images(), settings.debuggedNode(), selected);
        LaunchedApplication application = start(launch, project, built, installation,
                options(settings, installation).debugging(image.node()), progress.split(2));
        try {
            debugger.attach(new ApplicationDebugger.DebuggedNode(project, image, application.node(image.node()),
                    application.process(image.node())), installation.programs(), launch, progress.split(2));
        } catch (CoreException | RuntimeException e) {
            application.stop("");
            throw e;
        }
    }

    private static RunOptions options(LaunchSettings settings, Installation installation) throws CoreException {
        return RunOptions.plain(installation.programs()).atSpeed(settings.speedFactor());
    }

    private static LaunchedApplication start(ILaunch launch, IProject project, ProjectBuild.Result built, Installation installation,
            RunOptions options, SubMonitor progress) throws CoreException, IOException {
        if (built.images().isEmpty()) {
            throw new CoreException(FailureReport.error("\"" + built.application().topology().topology().getName()
                    + "\" has no nodes to run. Add a node in the topology and place modules on it."));
        }
        tell(launch, IdeIds.APPLICATION_STARTS, "The application is about to be started.");
        RunningProject before = new RunningProject(DebugPlugin.getDefault().getLaunchManager(), project);
        Lock lock = before.lock();
        lock.lock();
        try {
            progress.subTask("stop what runs of " + project.getName());
            before.stopOthers(launch, "It was stopped, because the application was started again.", progress);
            progress.subTask("start " + built.images().size() + " nodes");
            return LaunchedApplication.start(launch, project, built, installation, options);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The node that the configuration says, else the selected one, else the first device: those are what nobody can look into otherwise.
     *
     * @param selected the name of a node that may be there; null if none is selected
     */
    private static Image debugged(List<Image> images, Optional<String> wanted, Object selected) throws CoreException {
        if (wanted.isPresent()) {
            return images.stream().filter(image -> image.node().equals(wanted.get())).findFirst()
                    .orElseThrow(() -> new CoreException(FailureReport.error("There is no node \"" + wanted.get()
                            + "\" to debug. Choose another in Run > Debug Configurations.")));
        }
        return images.stream().filter(image -> image.node().equals(selected)).findFirst()
                .or(() -> images.stream().filter(image -> !image.board().isHosted()).findFirst())
                .or(() -> images.stream().findFirst())
                .orElseThrow(() -> new CoreException(FailureReport.error("There is no node to debug. Add one in the topology.")));
    }
}
