// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.thingspire.aot.worker.ForkedCompiler;
import org.thingspire.builder.ApplicationBuilder;
import org.thingspire.builder.Project;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.setup.Progress;
import org.thingspire.ide.FailureReport;
import org.thingspire.ide.IdeInstallation;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/**
 * Builds a project of the workspace with the core's builder, and shows in the workspace what came of it: problem markers and
 * the files below {@code build}. The workspace's builder and launches build through this; only one at a time builds a project.
 */
public record ProjectBuild(IProject project, Profile profile) {

    /** What was built, in the form in which targets take it. */
    public record Result(Project application, List<Image> images) {
    }

    /**
     * Runs in the calling thread, which is interrupted when the monitor is canceled.
     *
     * @throws RuntimeException of the core, such as {@code UserException}; the markers say the same by then
     * @throws OperationCanceledException if the monitor was canceled; nothing half-written is left
     * @throws CoreException if the workspace refuses markers or files
     */
    public Result run(IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, "Building " + project.getName(), 100);
        Path folder = folder();
        BuildFolder buildFolder = new BuildFolder(project);
        buildFolder.prepare(progress.split(1));
        ProblemMarkers markers = new ProblemMarkers(project);
        try {
            Finished finished = build(folder, progress.split(94));
            markers.replace(finished.warnings());
            buildFolder.refresh(progress.split(5));
            return finished.result();
        } catch (OperationCanceledException e) {
            throw e; // somebody waits for this to end: the next build shows its files
        } catch (RuntimeException e) {
            markers.replace(FailureReport.problems(e, folder).orElse(List.of()));
            buildFolder.refresh(progress.split(5));
            throw e;
        }
    }

    private record Finished(Result result, List<Problem> warnings) {
    }

    private Finished build(Path folder, IProgressMonitor monitor) throws CoreException {
        try (CancelWatch watch = CancelWatch.ofCallingThread(monitor)) {
            // Nothing in here may wait for the workspace: who has the workspace may be waiting for this lock.
            Lock lock = BuildLock.of(project);
            lock.lockInterruptibly();
            try {
                return build(folder, SharedCompiler.ofThisWorkbench().compiler(), new MonitoredProgress(monitor));
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            throw new OperationCanceledException();
        }
    }

    private Finished build(Path folder, ForkedCompiler compiler, Progress progress) throws InterruptedException {
        Installation installation = IdeInstallation.ofThisWorkbench().core();
        Project application = Project.open(folder, installation);
        ApplicationBuilder builder = new ApplicationBuilder(installation, compiler, application, profile, progress);
        ApplicationBuilder.Built built;
        try {
            built = builder.build(node -> true);
        } catch (UserException e) {
            throw e.with(application.warnings());
        }
        List<Problem> warnings = new ArrayList<>(application.warnings());
        warnings.addAll(built.warnings());
        return new Finished(new Result(application, built.images()), warnings);
    }

    private Path folder() throws CoreException {
        if (project.getLocation() == null) {
            throw new CoreException(FailureReport.error("\"" + project.getName() + "\" is not on this machine's disks. Copy it to a local folder."));
        }
        return project.getLocation().toPath();
    }
}
