// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.tools.ConnectionDragCreationTool;
import org.thingspire.ui.topology.palette.ElementFactory;

/** Drags a wire out of a port. Selects the port's module first, so that no key goes to what was selected before. */
final class PortDragTracker extends ConnectionDragCreationTool {

    private final EditPart module;

    PortDragTracker(EditPart module) {
        super(ElementFactory.wire());
        this.module = module;
    }

    @Override
    protected boolean handleButtonDown(int button) {
        getCurrentViewer().select(module);
        return super.handleButtonDown(button);
    }
}
