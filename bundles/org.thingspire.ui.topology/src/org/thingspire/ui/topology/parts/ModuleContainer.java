// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.gef.ConnectionEditPart;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.thingspire.topology.model.Module;
import org.thingspire.ui.topology.figures.ModuleArea;

/** What modules are shown in: a node, or the tray. */
public abstract class ModuleContainer extends AbstractGraphicalEditPart {

    private final DiagramContext context;

    ModuleContainer(DiagramContext context) {
        this.context = context;
    }

    public final DiagramContext context() {
        return context;
    }

    abstract List<Module> modules();

    abstract ModuleArea area();

    @Override
    protected List<?> getModelChildren() {
        return modules();
    }

    final List<ModulePart> moduleParts() {
        List<ModulePart> parts = new ArrayList<>();
        for (Object child : getChildren()) {
            parts.add((ModulePart) child);
        }
        return parts;
    }

    /** Removes the parts of modules that are elsewhere now. */
    final void dropMoved() {
        List<Module> here = modules();
        for (ModulePart part : moduleParts()) {
            if (!here.contains(part.module())) {
                removeChild((EditPart) part);
            }
        }
    }

    final void refreshAll() {
        refresh();
        moduleParts().forEach(EditPart::refresh);
        moduleParts().forEach(part -> refreshAll(part.getSourceConnections()));
        refreshAll(getSourceConnections());
    }

    private static void refreshAll(List<?> connections) {
        connections.forEach(connection -> ((ConnectionEditPart) connection).refresh());
    }
}
