// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.project;

import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.thingspire.ide.IdeIds;

/** Marks a project as a ThingSpire application and has it built. */
public final class ThingSpireNature implements IProjectNature {

    private IProject project;

    /** Whether a project is open and has this nature. */
    public static boolean isOn(IProject project) {
        try {
            return project.isOpen() && project.hasNature(IdeIds.NATURE);
        } catch (CoreException e) {
            return false; // closed or deleted meanwhile
        }
    }

    @Override
    public void configure() throws CoreException {
        IProjectDescription description = project.getDescription();
        ICommand[] commands = description.getBuildSpec();
        if (Arrays.stream(commands).noneMatch(ThingSpireNature::isOurs)) {
            ICommand ours = description.newCommand();
            ours.setBuilderName(IdeIds.BUILDER);
            description.setBuildSpec(Stream.concat(Arrays.stream(commands), Stream.of(ours)).toArray(ICommand[]::new));
            project.setDescription(description, null);
        }
    }

    @Override
    public void deconfigure() throws CoreException {
        IProjectDescription description = project.getDescription();
        description.setBuildSpec(Arrays.stream(description.getBuildSpec()).filter(command -> !isOurs(command)).toArray(ICommand[]::new));
        project.setDescription(description, null);
        project.deleteMarkers(IdeIds.PROBLEM_MARKER, true, IResource.DEPTH_INFINITE);
    }

    @Override
    public IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject project) {
        this.project = project;
    }

    private static boolean isOurs(ICommand command) {
        return command.getBuilderName().equals(IdeIds.BUILDER);
    }
}
