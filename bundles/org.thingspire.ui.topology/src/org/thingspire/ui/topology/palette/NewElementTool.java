// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.palette;

import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.tools.CreationTool;

/** Adds an element with a click, and shows where it went: to the tray, perhaps. Made by the palette, which needs a public class. */
public final class NewElementTool extends CreationTool {

    @Override
    protected void performCreation(int button) {
        EditPartViewer viewer = getCurrentViewer();
        super.performCreation(button);
        viewer.reveal(viewer.getFocusEditPart());
    }
}
