// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;

/** Opens the view with the properties of what is selected, as Alt+Enter does elsewhere in the workbench. */
final class ShowProperties extends Action {

    private final IWorkbenchPart editor;

    ShowProperties(IWorkbenchPart editor) {
        super("Properties");
        this.editor = editor;
        setId(ActionFactory.PROPERTIES.getId());
        setActionDefinitionId(ActionFactory.PROPERTIES.getCommandId());
    }

    @Override
    public void run() {
        try {
            editor.getSite().getPage().showView(IPageLayout.ID_PROP_SHEET);
        } catch (PartInitException e) {
            ErrorDialog.openError(editor.getSite().getShell(), "Properties", "The Properties view can not be opened.", e.getStatus());
        }
    }
}
