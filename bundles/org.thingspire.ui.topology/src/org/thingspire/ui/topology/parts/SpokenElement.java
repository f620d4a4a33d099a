// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.List;
import java.util.function.Supplier;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.EditPart;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;

/** An element of the diagram for people and tools that do not see it: screen readers, and programs that test user interfaces. */
final class SpokenElement extends AccessibleEditPart {

    private final EditPart part;
    private final Supplier<IFigure> figure;
    private final Supplier<String> name;
    private final Supplier<String> description;
    private final Supplier<List<? extends AccessibleEditPart>> children;

    /**
     * @param part what is selected if this is
     * @param name as messages call it, such as {@code module "control"}
     * @param description what the figure shows besides; empty for nothing
     */
    SpokenElement(EditPart part, Supplier<IFigure> figure, Supplier<String> name, Supplier<String> description,
            Supplier<List<? extends AccessibleEditPart>> children) {
        this.part = part;
        this.figure = figure;
        this.name = name;
        this.description = description;
        this.children = children;
    }

    /** Of parts that are there. */
    static List<AccessibleEditPart> of(List<?> parts) {
        return parts.stream().map(each -> (AccessibleEditPart) ((EditPart) each).getAdapter(AccessibleEditPart.class)).toList();
    }

    @Override
    public void getName(AccessibleEvent event) {
        event.result = name.get();
    }

    @Override
    public void getDescription(AccessibleEvent event) {
        event.result = description.get();
    }

    @Override
    public void getChildCount(AccessibleControlEvent event) {
        event.detail = children.get().size();
    }

    @Override
    public void getChildren(AccessibleControlEvent event) {
        event.children = children.get().stream().map(AccessibleEditPart::getAccessibleID).toArray();
    }

    @Override
    public void getRole(AccessibleControlEvent event) {
        event.detail = ACC.ROLE_LABEL;
    }

    @Override
    public void getLocation(AccessibleControlEvent event) {
        Rectangle bounds = figure.get().getBounds().getCopy();
        figure.get().translateToAbsolute(bounds);
        Point origin = part.getViewer().getControl().toDisplay(bounds.x, bounds.y);
        event.x = origin.x;
        event.y = origin.y;
        event.width = bounds.width;
        event.height = bounds.height;
    }

    @Override
    public void getState(AccessibleControlEvent event) {
        event.detail = ACC.STATE_SELECTABLE | ACC.STATE_FOCUSABLE
                | (part.getSelected() == EditPart.SELECTED_NONE ? 0 : ACC.STATE_SELECTED)
                | (part.getViewer().getFocusEditPart() == part ? ACC.STATE_FOCUSED : 0);
    }
}
