// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.List;
import java.util.Optional;

import org.eclipse.draw2d.IFigure;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.editparts.AbstractConnectionEditPart;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.Labels;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Wire;
import org.thingspire.ui.topology.figures.WireFigure;
import org.thingspire.ui.topology.figures.WireFigure.Way;
import org.thingspire.ui.topology.model.InterfaceName;
import org.thingspire.ui.topology.policies.ConnectionDeletePolicy;
import org.thingspire.ui.topology.policies.ConnectionSelectPolicy;
import org.thingspire.ui.topology.policies.RenamePolicy;

/** A wire between two modules. */
public final class WirePart extends AbstractConnectionEditPart {

    private final DiagramContext context;
    private final AccessibleEditPart spoken = new SpokenElement(this, this::getFigure, () -> Labels.of(wire()), this::explanation, List::of);

    WirePart(DiagramContext context) {
        this.context = context;
    }

    public Wire wire() {
        return (Wire) getModel();
    }

    @Override
    protected AccessibleEditPart getAccessibleEditPart() {
        return spoken;
    }

    @Override
    protected IFigure createFigure() {
        return new WireFigure(context.theme());
    }

    @Override
    protected void createEditPolicies() {
        WireFigure figure = (WireFigure) getFigure();
        installEditPolicy(EditPolicy.CONNECTION_ENDPOINTS_ROLE, new ConnectionSelectPolicy(figure::setSelected));
        installEditPolicy(EditPolicy.CONNECTION_ROLE, new ConnectionDeletePolicy(context));
        installEditPolicy(EditPolicy.DIRECT_EDIT_ROLE, new RenamePolicy(context));
    }

    @Override
    protected void refreshVisuals() {
        Way way = way();
        ((WireFigure) getFigure()).show(way, label(way), explanation());
    }

    private String explanation() {
        return "%s calls %s: %s%s".formatted(wire().getFrom().getName(), wire().getTo().getName(), wire().getInterface(),
                way() == Way.BROKEN ? "\nNo link joins their nodes: draw one, or place both on one node." : "");
    }

    /** What the name of the module at the end does not say anyway. */
    private String label(Way way) {
        if (way == Way.BROKEN) {
            return "no link";
        }
        String name = InterfaceName.shortOf(wire().getInterface());
        return name.equals(wire().getTo().getName()) ? "" : name;
    }

    private Way way() {
        Deployment deployment = context.deployment();
        Optional<Node> from = deployment.nodeOf(wire().getFrom());
        Optional<Node> to = deployment.nodeOf(wire().getTo());
        if (from.isEmpty() || to.isEmpty() || from.get() == to.get()) {
            return Way.LOCAL;
        }
        return deployment.isReachable(from.get(), to.get()) ? Way.LINKED : Way.BROKEN;
    }

    @Override
    public void performRequest(Request request) {
        if (RequestConstants.REQ_DIRECT_EDIT.equals(request.getType()) || RequestConstants.REQ_OPEN.equals(request.getType())) {
            NameEditor.forInterface(this, context, wire()).show();
        } else {
            super.performRequest(request);
        }
    }
}
