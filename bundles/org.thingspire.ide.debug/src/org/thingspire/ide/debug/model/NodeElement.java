// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug.model;

import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.DebugElement;
import org.eclipse.debug.core.model.IDebugTarget;
import org.thingspire.ide.debug.DebugIds;

/** What the target, its threads and their frames have in common. */
abstract class NodeElement extends DebugElement {

    NodeElement(IDebugTarget target) {
        super(target);
    }

    @Override
    public final String getModelIdentifier() {
        return DebugIds.MODEL;
    }

    /** A node may end after the workbench has: then there is nobody to tell. */
    @Override
    public void fireEvent(DebugEvent event) {
        if (DebugPlugin.getDefault() != null) {
            super.fireEvent(event);
        }
    }
}
