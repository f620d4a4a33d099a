// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.launch;

import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IEditorPart;

/** Run As and Debug As, on anything in a ThingSpire project. */
public final class ApplicationShortcut implements ILaunchShortcut {

    @Override
    public void launch(ISelection selection, String mode) {
        launch(ProjectAtHand.ofSelection(selection), mode);
    }

    @Override
    public void launch(IEditorPart editor, String mode) {
        launch(ProjectAtHand.ofEditor(editor), mode);
    }

    private static void launch(Optional<IProject> project, String mode) {
        if (project.isEmpty()) {
            return; // closed or deleted since the menu was opened
        }
        try {
            DebugUITools.launch(new LaunchConfigurations(DebugPlugin.getDefault().getLaunchManager()).of(project.get()), mode);
        } catch (CoreException e) {
            ErrorDialog.openError(null, "ThingSpire Application", "The launch configuration can't be made.", e.getStatus());
        }
    }
}
