// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.project;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.thingspire.builder.template.ProjectTemplate;
import org.thingspire.ide.FailureReport;
import org.thingspire.ide.IdeIds;
import org.thingspire.topology.Names;

/**
 * A project that is to be made from a template in the workspace's folder.
 *
 * @param name of the project, and of the application in it
 */
public record NewProject(IWorkspace workspace, String name, ProjectTemplate template) {

    /** What is wrong with a name, in words for a wizard; empty if a project can have it. */
    public static Optional<String> complaint(IWorkspace workspace, String name) {
        if (name.isEmpty()) {
            return Optional.of("Enter a name for the project.");
        }
        if (!Names.isValid(name)) {
            return Optional.of("\"" + name + "\" can't be an application's name. " + Names.RULE);
        }
        if (workspace.getRoot().getProject(name).exists()) {
            return Optional.of("There is a project \"" + name + "\" already. Choose another name.");
        }
        if (workspace.getRoot().getLocation().append(name).toFile().exists()) {
            return Optional.of("The workspace's folder has a \"" + name + "\" already. Choose another name, or import that folder.");
        }
        return Optional.empty();
    }

    /**
     * Makes it. Nothing is left of a project that could not be completed.
     *
     * @return its topology
     */
    public IFile create(IProgressMonitor monitor) throws CoreException {
        IProject project = workspace.getRoot().getProject(name);
        IFile[] topology = new IFile[1];
        ICoreRunnable work = progress -> topology[0] = create(project, SubMonitor.convert(progress, "Creating " + name, 5));
        workspace.run(work, workspace.getRoot(), 0, monitor);
        return topology[0];
    }

    private IFile create(IProject project, SubMonitor progress) throws CoreException {
        Path folder = workspace.getRoot().getLocation().append(name).toPath();
        if (Files.exists(folder)) {
            throw new CoreException(FailureReport.error("The folder " + folder + " exists already. Choose another name; nothing was changed."));
        }
        try {
            Path topology = template.create(folder);
            progress.worked(1);
            project.create(progress.split(1));
            project.open(progress.split(1));
            IProjectDescription description = project.getDescription();
            description.setNatureIds(new String[] {IdeIds.NATURE});
            project.setDescription(description, progress.split(1)); // unlike create, this has the nature configure the project
            project.setDefaultCharset(StandardCharsets.UTF_8.name(), progress.split(1)); // the templates' and the compiler's
            return project.getFile(topology.getFileName().toString());
        } catch (CoreException | RuntimeException e) {
            undo(project, folder);
            throw new CoreException(FailureReport.status(e, "The project can't be created"));
        }
    }

    private static void undo(IProject project, Path folder) throws CoreException {
        if (project.exists()) {
            project.delete(true, true, null);
        }
        EFS.getLocalFileSystem().getStore(folder.toUri()).delete(EFS.NONE, null);
    }
}
