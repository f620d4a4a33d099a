// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.launch;

import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.debug.core.IStatusHandler;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.thingspire.topology.model.Node;

/** Says which node is to be debugged: the one that is selected in the project's diagram. */
public final class SelectedNode implements IStatusHandler {

    /**
     * Called in the launch's job.
     *
     * @param source the {@link IProject} that is debugged
     * @return the node's name, or null
     */
    @Override
    public Object handleStatus(IStatus status, Object source) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        return display.syncCall(() -> selected((IProject) source).orElse(null));
    }

    private static Optional<String> selected(IProject project) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        IEditorPart editor = page == null ? null : page.getActiveEditor();
        if (!ProjectAtHand.ofEditor(editor).filter(project::equals).isPresent() || editor.getSite().getSelectionProvider() == null
                || !(editor.getSite().getSelectionProvider().getSelection() instanceof IStructuredSelection selection)) {
            return Optional.empty();
        }
        return Optional.ofNullable(Adapters.adapt(selection.getFirstElement(), Node.class)).map(Node::getName);
    }
}
