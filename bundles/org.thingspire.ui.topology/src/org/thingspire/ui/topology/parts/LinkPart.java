// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.List;

import org.eclipse.draw2d.IFigure;
import org.eclipse.gef.AccessibleEditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.editparts.AbstractConnectionEditPart;
import org.thingspire.topology.Labels;
import org.thingspire.topology.model.Link;
import org.thingspire.ui.topology.figures.LinkFigure;
import org.thingspire.ui.topology.policies.ConnectionDeletePolicy;
import org.thingspire.ui.topology.policies.ConnectionSelectPolicy;
import org.thingspire.ui.topology.policies.RenamePolicy;

/** A link between two nodes. */
public final class LinkPart extends AbstractConnectionEditPart {

    private final DiagramContext context;
    private final AccessibleEditPart spoken = new SpokenElement(this, this::getFigure, () -> Labels.of(link()),
            () -> "joins %s and %s by %s".formatted(Labels.of(link().getA()), Labels.of(link().getB()), link().getTransport()), List::of);

    LinkPart(DiagramContext context) {
        this.context = context;
    }

    public Link link() {
        return (Link) getModel();
    }

    @Override
    protected AccessibleEditPart getAccessibleEditPart() {
        return spoken;
    }

    @Override
    protected IFigure createFigure() {
        return new LinkFigure(context.theme());
    }

    @Override
    protected void createEditPolicies() {
        LinkFigure figure = (LinkFigure) getFigure();
        installEditPolicy(EditPolicy.CONNECTION_ENDPOINTS_ROLE, new ConnectionSelectPolicy(figure::setSelected));
        installEditPolicy(EditPolicy.CONNECTION_ROLE, new ConnectionDeletePolicy(context));
        installEditPolicy(EditPolicy.DIRECT_EDIT_ROLE, new RenamePolicy(context));
    }

    @Override
    protected void refreshVisuals() {
        ((LinkFigure) getFigure()).show(link().getName(), link().getTransport().getLiteral());
    }

    @Override
    public void performRequest(Request request) {
        if (RequestConstants.REQ_DIRECT_EDIT.equals(request.getType()) || RequestConstants.REQ_OPEN.equals(request.getType())) {
            new NameEditor(this, context, link(), ((LinkFigure) getFigure()).label()).show();
        } else {
            super.performRequest(request);
        }
    }
}
