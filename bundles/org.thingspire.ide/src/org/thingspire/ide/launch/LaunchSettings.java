// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.launch;

import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.thingspire.ide.FailureReport;
import org.thingspire.ide.project.ThingSpireNature;

/**
 * What a launch configuration says.
 *
 * @param projectName in the workspace; may be of no project
 * @param speed how many times as fast as recorded sensor values are replayed, as it was entered
 * @param debuggedNode the node that a launch in debug mode stops; empty for the first device
 */
public record LaunchSettings(String projectName, String speed, Optional<String> debuggedNode) {

    private static final String PROJECT = "org.thingspire.ide.project";
    private static final String SPEED = "org.thingspire.ide.speed";
    private static final String DEBUGGED_NODE = "org.thingspire.ide.debuggedNode";
    private static final String AS_RECORDED = "1";

    /** For a project, with everything else as most want it. */
    public static LaunchSettings of(IProject project) {
        return new LaunchSettings(project.getName(), AS_RECORDED, Optional.empty());
    }

    public static LaunchSettings read(ILaunchConfiguration configuration) throws CoreException {
        return new LaunchSettings(configuration.getAttribute(PROJECT, ""), configuration.getAttribute(SPEED, AS_RECORDED),
                Optional.of(configuration.getAttribute(DEBUGGED_NODE, "")).filter(name -> !name.isEmpty()));
    }

    /** The configuration shows in the launch history of its project. */
    public void write(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(PROJECT, projectName);
        configuration.setAttribute(SPEED, speed);
        configuration.setAttribute(DEBUGGED_NODE, debuggedNode.orElse(null));
        configuration.setMappedResources(existingProject().map(project -> new IProject[] {project}).orElse(null));
    }

    /** @throws CoreException with what to do, if there is no such project or it can't be launched */
    public IProject project() throws CoreException {
        Optional<IProject> project = existingProject();
        if (projectName.isEmpty()) {
            throw new CoreException(FailureReport.error("No project is chosen. Choose one in Run > Run Configurations."));
        }
        if (project.isEmpty()) {
            throw new CoreException(FailureReport.error("There is no project \"" + projectName
                    + "\". Choose another in Run > Run Configurations."));
        }
        if (!project.get().isOpen()) {
            throw new CoreException(FailureReport.error("The project \"" + projectName + "\" is closed. Open it and try again."));
        }
        if (!ThingSpireNature.isOn(project.get())) {
            throw new CoreException(FailureReport.error("\"" + projectName
                    + "\" is not a ThingSpire project. Choose one in Run > Run Configurations."));
        }
        return project.get();
    }

    /** @throws CoreException if it is not a number above 0 */
    public double speedFactor() throws CoreException {
        try {
            double factor = Double.parseDouble(speed.strip());
            if (factor > 0 && !Double.isInfinite(factor)) {
                return factor;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new CoreException(FailureReport.error("The replay speed is a number above 0, not \"" + speed + "\"."));
    }

    private Optional<IProject> existingProject() {
        if (!ResourcesPlugin.getWorkspace().validateName(projectName, org.eclipse.core.resources.IResource.PROJECT).isOK()) {
            return Optional.empty();
        }
        return Optional.of(ResourcesPlugin.getWorkspace().getRoot().getProject(projectName)).filter(IProject::exists);
    }
}
