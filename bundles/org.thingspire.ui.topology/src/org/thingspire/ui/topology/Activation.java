// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/** Does something when a part is activated, until it is closed. */
record Activation(IWorkbenchPart part, Runnable action) implements IPartListener2 {

    @Override
    public void partActivated(IWorkbenchPartReference activated) {
        if (activated.getPart(false) == part) {
            action.run();
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference closed) {
        if (closed.getPart(false) == part) {
            closed.getPage().removePartListener(this);
        }
    }
}
