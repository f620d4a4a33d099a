// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.tests;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.thingspire.builder.template.ProjectTemplate;
import org.thingspire.ide.IdeIds;
import org.thingspire.ide.IdeInstallation;
import org.thingspire.ide.project.NewProject;

/** A project in the tests' workspace, made from a template and deleted after the test. */
record TestProject(IProject project, IFile topology) implements AutoCloseable {

    static TestProject create(String name, String template) throws CoreException {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        ProjectTemplate chosen = IdeInstallation.ofThisWorkbench().templates().stream()
                .filter(candidate -> candidate.name().equals(template)).findFirst().orElseThrow();
        IFile topology = new NewProject(workspace, name, chosen).create(new NullProgressMonitor());
        return new TestProject(topology.getProject(), topology);
    }

    /** Builds, and waits for the automatic build, too: it makes way for others, and may have to begin again. */
    void build() throws CoreException, InterruptedException {
        project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, new NullProgressMonitor());
        Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
    }

    List<IMarker> problems() throws CoreException {
        return Stream.of(project.findMarkers(IdeIds.PROBLEM_MARKER, true, IResource.DEPTH_INFINITE)).toList();
    }

    List<String> problemTexts() throws CoreException {
        return problems().stream().map(marker -> marker.getResource().getProjectRelativePath() + ":"
                + marker.getAttribute(IMarker.LINE_NUMBER, 0) + ": " + marker.getAttribute(IMarker.MESSAGE, "")).toList();
    }

    String read(String file) throws CoreException {
        return project.getFile(file).readString();
    }

    void write(String file, String content) throws CoreException {
        project.getFile(file).write(content.getBytes(StandardCharsets.UTF_8), true, false, true, null);
    }

    /** Changes a file as a user would: fails if the text isn't there. */
    void replace(String file, String old, String now) throws CoreException {
        String content = read(file);
        if (!content.contains(old)) {
            throw new IllegalArgumentException(file + " has no \"" + old + "\"");
        }
        write(file, content.replace(old, now));
    }

    @Override
    public void close() throws CoreException {
        project.delete(true, true, null);
    }
}
