// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.List;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.GraphicalEditPart;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.NodeKind;
import org.thingspire.ui.topology.figures.ArrangedLayout.Slot;
import org.thingspire.ui.topology.figures.ModuleArea;
import org.thingspire.ui.topology.figures.TrayFigure;
import org.thingspire.ui.topology.model.Unplaced;
import org.thingspire.ui.topology.policies.TrayLayoutPolicy;

/** The tray of modules that wait to be placed; there only while there are any. */
public final class UnplacedPart extends ModuleContainer {

    private final AccessibleEditPart spoken = new SpokenElement(this, this::getFigure, () -> "modules that are not placed", () -> "",
            () -> SpokenElement.of(getChildren()));

    UnplacedPart(DiagramContext context) {
        super(context);
    }

    @Override
    protected AccessibleEditPart getAccessibleEditPart() {
        return spoken;
    }

    @Override
    protected IFigure createFigure() {
        return new TrayFigure(context().theme());
    }

    @Override
    public IFigure getContentPane() {
        return area();
    }

    @Override
    ModuleArea area() {
        return ((TrayFigure) getFigure()).modules();
    }

    @Override
    List<Module> modules() {
        return ((Unplaced) getModel()).modules();
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.LAYOUT_ROLE, new TrayLayoutPolicy());
    }

    @Override
    protected void refreshVisuals() {
        ((GraphicalEditPart) getParent()).setLayoutConstraint(this, getFigure(),
                new Slot(NodeKind.values().length, new Point(), new Dimension()));
    }
}
