// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.launch;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;

/** Saves, builds and runs the project at hand, and asks nothing. */
public final class BuildAndRunHandler extends AbstractHandler {

    private static final String TITLE = "Build & Run";

    @Override
    public Object execute(ExecutionEvent event) {
        Shell shell = HandlerUtil.getActiveShell(event);
        Optional<IProject> project = new ProjectAtHand(ResourcesPlugin.getWorkspace().getRoot())
                .find(HandlerUtil.getCurrentSelection(event), HandlerUtil.getActiveEditor(event));
        if (project.isEmpty()) {
            MessageDialog.openInformation(shell, TITLE,
                    "Select a ThingSpire project or one of its files. To make one: File > New > ThingSpire Project.");
        } else if (IDE.saveAllEditors(new IResource[] {project.get()}, false)) {
            run(project.get(), shell);
        }
        return null;
    }

    private static void run(IProject project, Shell shell) {
        try {
            DebugUITools.launch(new LaunchConfigurations(DebugPlugin.getDefault().getLaunchManager()).of(project),
                    ILaunchManager.RUN_MODE);
        } catch (CoreException e) {
            ErrorDialog.openError(shell, TITLE, "The launch configuration can't be made.", e.getStatus());
        }
    }
}
