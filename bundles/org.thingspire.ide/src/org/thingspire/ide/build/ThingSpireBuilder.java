// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.thingspire.builder.setup.Profile;
import org.thingspire.ide.FailureReport;
import org.thingspire.ide.IdeIds;

/** Keeps a project's images up to date while the user edits. What to make again is up to the core, which compares contents. */
public final class ThingSpireBuilder extends IncrementalProjectBuilder {

    /** What the last build of this session read of the topology. */
    private volatile Optional<DeployedText> built = Optional.empty();

    /** None: the user can go on editing and saving while a build that was asked for runs. */
    @Override
    public ISchedulingRule getRule(int kind, Map<String, String> args) {
        return null;
    }

    @Override
    protected IProject[] build(int kind, Map<String, String> args, IProgressMonitor monitor) throws CoreException {
        IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
        Optional<DeployedText> now = Optional.ofNullable(getProject().getLocation()).flatMap(folder -> DeployedText.of(folder.toPath()));
        if (delta == null || RelevantChanges.areIn(delta, built, now)) {
            built = now;
            try {
                new ProjectBuild(getProject(), Profile.RELEASE).run(isAutomatic() ? yielding(monitor) : monitor);
            } catch (OperationCanceledException e) {
                forgetLastBuiltState();
                if (monitor.isCanceled()) {
                    throw e;
                }
            } catch (RuntimeException e) {
                reportBug(e);
            }
        }
        return new IProject[0];
    }

    @Override
    protected void clean(IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, "Cleaning " + getProject().getName(), 2);
        getProject().deleteMarkers(IdeIds.PROBLEM_MARKER, true, IResource.DEPTH_INFINITE);
        new BuildFolder(getProject()).delete(progress.split(2));
    }

    /** The first automatic build of a project is of the kind FULL_BUILD, so the kind does not tell. */
    private static boolean isAutomatic() {
        Job job = Job.getJobManager().currentJob();
        return job != null && job.belongsTo(ResourcesPlugin.FAMILY_AUTO_BUILD);
    }

    /** Cancelled also when an automatic build is in the way of what the user does, such as saving; it begins again after that. */
    private IProgressMonitor yielding(IProgressMonitor monitor) {
        return new ProgressMonitorWrapper(monitor) {
            @Override
            public boolean isCanceled() {
                return super.isCanceled() || isInterrupted();
            }
        };
    }

    /** What the user can put right stands in the markers by now. */
    private void reportBug(RuntimeException failure) throws CoreException {
        if (FailureReport.problems(failure, getProject().getLocation().toPath()).isEmpty()) {
            throw new CoreException(FailureReport.status(failure, "\"" + getProject().getName() + "\" can't be built"));
        }
    }
}
