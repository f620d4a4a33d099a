// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.thingspire.builder.template.ProjectTemplate;
import org.thingspire.ide.IdeInstallation;
import org.thingspire.ide.project.NewProject;

/** A project in the workspace whose content is that of a sample. */
public record SampleProject(IProject project) {

    static SampleProject create(String name, Path content) throws CoreException, IOException {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        project.create(null);
        project.open(null);
        copy(content, project.getLocation().toPath());
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        return new SampleProject(project);
    }

    /** As the wizard makes it: built by the workbench. */
    static SampleProject ofTemplate(String name, String template) throws CoreException {
        ProjectTemplate found = IdeInstallation.ofThisWorkbench().templates().stream().filter(each -> each.name().equals(template))
                .findFirst().orElseThrow();
        return new SampleProject(new NewProject(ResourcesPlugin.getWorkspace(), name, found).create(null).getProject());
    }

    public String name() {
        return project.getName();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.startsWith(from.resolve("build"))).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** The one topology of the project. */
    public IFile topology() throws CoreException {
        return (IFile) Stream.of(project.members()).filter(member -> "topology".equals(member.getFileExtension())).findFirst().orElseThrow();
    }

    public Path topologyFile() {
        try {
            return topology().getLocation().toPath();
        } catch (CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The lines of the topology as it is on disk. */
    public List<String> topologyLines() throws IOException {
        return Files.readAllLines(topologyFile());
    }
}
