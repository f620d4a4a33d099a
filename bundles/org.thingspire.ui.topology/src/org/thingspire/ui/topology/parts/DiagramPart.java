// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.Request;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.gef.editpolicies.RootComponentEditPolicy;
import org.eclipse.gef.requests.SelectionRequest;
import org.eclipse.gef.tools.DeselectAllTracker;
import org.eclipse.gef.tools.MarqueeDragTracker;
import org.thingspire.topology.Labels;
import org.thingspire.topology.model.Module;
import org.thingspire.ui.topology.figures.ArrangedLayout;
import org.thingspire.ui.topology.figures.ArrangedLayout.Span;
import org.thingspire.ui.topology.figures.CanvasFigure;
import org.thingspire.ui.topology.model.Port;
import org.thingspire.ui.topology.model.PortSides;
import org.thingspire.ui.topology.model.PortSides.Place;
import org.thingspire.ui.topology.model.Unplaced;
import org.thingspire.ui.topology.policies.DiagramLayoutPolicy;

/** The whole topology: the nodes, and the tray for modules that are on none of them. */
public final class DiagramPart extends AbstractGraphicalEditPart {

    private final DiagramContext context;
    private final AccessibleEditPart spoken = new SpokenElement(this, this::getFigure, () -> Labels.of(context().topology()), () -> "",
            () -> SpokenElement.of(getChildren()));

    DiagramPart(DiagramContext context) {
        this.context = context;
    }

    public DiagramContext context() {
        return context;
    }

    @Override
    protected AccessibleEditPart getAccessibleEditPart() {
        return spoken;
    }

    @Override
    protected IFigure createFigure() {
        FreeformLayer layer = new CanvasFigure(context.theme());
        layer.setLayoutManager(new ArrangedLayout(this::turnPorts));
        layer.setBorder(new MarginBorder(24));
        return layer;
    }

    @Override
    protected void createEditPolicies() {
        installEditPolicy(EditPolicy.COMPONENT_ROLE, new RootComponentEditPolicy());
        installEditPolicy(EditPolicy.LAYOUT_ROLE, new DiagramLayoutPolicy(context));
    }

    @Override
    protected List<?> getModelChildren() {
        List<Object> children = new ArrayList<>(context.topology().getNodes());
        Unplaced unplaced = new Unplaced(context.topology());
        if (!unplaced.modules().isEmpty()) {
            children.add(unplaced);
        }
        return children;
    }

    /** The background is for rubber-banding. Its menu is about nothing in particular: no key after it may go to something out of sight. */
    @Override
    public DragTracker getDragTracker(Request request) {
        boolean forMenu = request instanceof SelectionRequest selection && selection.getLastButtonPressed() != 1;
        return forMenu ? new DeselectAllTracker(this) : new MarqueeDragTracker();
    }

    /** Makes the diagram show what the topology is now. */
    public void refreshAll() {
        // What has moved leaves its old place first: a module and its wires have one part only at a time.
        containers().forEach(ModuleContainer::dropMoved);
        refresh();
        containers().forEach(ModuleContainer::refreshAll);
        getFigure().revalidate();
    }

    /** Puts ports on the edges that face the other ends of their wires, and lets those above them be laid out in the same pass. */
    private void turnPorts(Map<IFigure, Span> spans) {
        Map<Module, Place> places = new HashMap<>();
        for (ModuleContainer container : containers()) {
            Span span = spans.get(container.getFigure());
            int index = 0;
            for (ModulePart part : container.moduleParts()) {
                places.put(part.module(), new Place(container, span.left(), span.right(), container.area().columnOf(index++)));
            }
        }
        Predicate<Port> isLeft = PortSides.left(context.topology(), places);
        for (ModuleContainer container : containers()) {
            for (ModulePart part : container.moduleParts()) {
                if (part.moduleFigure().turnPorts(isLeft)) {
                    invalidateUpTo(getFigure(), part.getFigure());
                }
            }
        }
    }

    /** Not {@code revalidate}: that would ask for another pass, and this one is on its way down to the figure. */
    private static void invalidateUpTo(IFigure top, IFigure figure) {
        for (IFigure each = figure; each != top; each = each.getParent()) {
            each.invalidate();
        }
    }

    private List<ModuleContainer> containers() {
        List<ModuleContainer> containers = new ArrayList<>();
        for (Object child : getChildren()) {
            containers.add((ModuleContainer) child);
        }
        return containers;
    }
}
