// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.tools.DragEditPartsTracker;
import org.thingspire.topology.model.Module;

/** Drags modules; meanwhile every node shows whether they fit there. */
final class ModuleDragTracker extends DragEditPartsTracker {

    private boolean shown;

    ModuleDragTracker(EditPart source) {
        super(source);
    }

    @Override
    protected void showSourceFeedback() {
        super.showSourceFeedback();
        if (!shown) {
            shown = true;
            List<Module> dragged = dragged();
            forEachNode(node -> {
                if (!node.modules().containsAll(dragged)) {
                    node.showFit(dragged);
                }
            });
        }
    }

    @Override
    protected void eraseSourceFeedback() {
        super.eraseSourceFeedback();
        if (shown) {
            shown = false;
            forEachNode(node -> node.nodeFigure().hideFit());
        }
    }

    private List<Module> dragged() {
        List<Module> modules = new ArrayList<>();
        for (Object part : getOperationSet()) {
            if (part instanceof ModulePart module) {
                modules.add(module.module());
            }
        }
        return modules;
    }

    private void forEachNode(Consumer<NodePart> action) {
        for (Object part : getSourceEditPart().getViewer().getContents().getChildren()) {
            if (part instanceof NodePart node) {
                action.accept(node);
            }
        }
    }
}
