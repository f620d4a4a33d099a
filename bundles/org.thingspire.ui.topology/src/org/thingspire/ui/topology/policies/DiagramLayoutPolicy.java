// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.policies;

import java.util.Optional;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CompoundCommand;
import org.eclipse.gef.editpolicies.LayoutEditPolicy;
import org.eclipse.gef.editpolicies.NonResizableEditPolicy;
import org.eclipse.gef.requests.ChangeBoundsRequest;
import org.eclipse.gef.requests.CreateRequest;
import org.thingspire.topology.model.Node;
import org.thingspire.ui.topology.commands.AddNodeCommand;
import org.thingspire.ui.topology.commands.SetBoundsCommand;
import org.thingspire.ui.topology.parts.DiagramContext;
import org.thingspire.ui.topology.parts.NodePart;

/** Nodes can be added, moved and resized. A module that is dropped beside all nodes goes to the tray. */
public final class DiagramLayoutPolicy extends LayoutEditPolicy {

    private final DiagramContext context;

    public DiagramLayoutPolicy(DiagramContext context) {
        this.context = context;
    }

    @Override
    public Command getCommand(Request request) {
        if (RequestConstants.REQ_RESIZE_CHILDREN.equals(request.getType())) {
            return changeBounds((ChangeBoundsRequest) request, true);
        }
        return super.getCommand(request);
    }

    @Override
    protected Command getMoveChildrenCommand(Request request) {
        return changeBounds((ChangeBoundsRequest) request, false);
    }

    private Command changeBounds(ChangeBoundsRequest request, boolean isResize) {
        CompoundCommand all = new CompoundCommand(isResize ? "Resize Node" : "Move Node");
        for (Object part : request.getEditParts()) {
            if (part instanceof NodePart nodePart) {
                IFigure figure = nodePart.getFigure();
                Rectangle bounds = figure.getBounds().getCopy();
                figure.translateToAbsolute(bounds);
                bounds = request.getTransformedRectangle(bounds);
                figure.translateToRelative(bounds);
                Node node = nodePart.node();
                // A node that nobody resized stays as large as its content.
                Dimension size = isResize ? bounds.getSize() : nodePart.bounds().getSize();
                all.add(new SetBoundsCommand(context.topology(), node, bounds.getLocation(), size));
            }
        }
        return all;
    }

    @Override
    protected Command getCreateCommand(CreateRequest request) {
        if (request.getNewObjectType() != Node.class) {
            return NewModule.command(context, request, Optional.empty());
        }
        Point location = request.getLocation().getCopy();
        ((GraphicalEditPart) getHost()).getFigure().translateToRelative(location);
        return new AddNodeCommand(context.topology(), (Node) request.getNewObject(), location);
    }

    @Override
    protected EditPolicy createChildEditPolicy(EditPart child) {
        return child instanceof NodePart node ? BoxSelectPolicy.ofNode(context.theme(), node.nodeFigure()::setSelected)
                : new NonResizableEditPolicy();
    }
}
