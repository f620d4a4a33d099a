// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.launch;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.thingspire.ide.IdeIds;
import org.thingspire.ide.launch.LaunchSettings;

/** The launch configurations of projects. */
record LaunchConfigurations(ILaunchManager manager) {

    /** The project's: the first there is, or a new one. */
    ILaunchConfiguration of(IProject project) throws CoreException {
        ILaunchConfigurationType type = manager.getLaunchConfigurationType(IdeIds.APPLICATION_LAUNCH);
        for (ILaunchConfiguration configuration : manager.getLaunchConfigurations(type)) {
            if (LaunchSettings.read(configuration).projectName().equals(project.getName())) {
                return configuration;
            }
        }
        ILaunchConfigurationWorkingCopy created =
                type.newInstance(null, manager.generateLaunchConfigurationName(project.getName()));
        LaunchSettings.of(project).write(created);
        return created.doSave();
    }
}
