// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.dnd.TemplateTransferDropTargetListener;
import org.eclipse.gef.requests.CreationFactory;

/** Lets palette entries be dragged into the diagram as well as clicked; their template is the factory. */
final class NewElementDrop extends TemplateTransferDropTargetListener {

    NewElementDrop(EditPartViewer viewer) {
        super(viewer);
    }

    /** Shows where the element went: to the tray, perhaps. */
    @Override
    protected void handleDrop() {
        super.handleDrop();
        getViewer().reveal(getViewer().getFocusEditPart());
    }

    @Override
    protected CreationFactory getFactory(Object template) {
        return (CreationFactory) template;
    }
}
