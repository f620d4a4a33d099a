// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.policies;

import org.eclipse.draw2d.Connection;
import org.eclipse.gef.Request;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.GraphicalNodeEditPolicy;
import org.eclipse.gef.requests.CreateConnectionRequest;
import org.eclipse.gef.requests.ReconnectRequest;
import org.thingspire.topology.model.Link;
import org.thingspire.ui.topology.commands.AddLinkCommand;
import org.thingspire.ui.topology.figures.LinkFigure;
import org.thingspire.ui.topology.parts.DiagramContext;
import org.thingspire.ui.topology.parts.NodePart;

/** Links can be drawn from node to node. */
public final class NodeLinkPolicy extends GraphicalNodeEditPolicy {

    private final DiagramContext context;

    public NodeLinkPolicy(DiagramContext context) {
        this.context = context;
    }

    private NodePart part() {
        return (NodePart) getHost();
    }

    @Override
    protected Command getConnectionCreateCommand(CreateConnectionRequest request) {
        if (request.getNewObjectType() != Link.class) {
            return null;
        }
        AddLinkCommand command = new AddLinkCommand(context.topology(), part().node());
        request.setStartCommand(command);
        return command;
    }

    @Override
    protected Command getConnectionCompleteCommand(CreateConnectionRequest request) {
        if (request.getStartCommand() instanceof AddLinkCommand command) {
            command.setTarget(part().node());
            return command;
        }
        return null;
    }

    /** A link to other nodes is another link: delete this one and draw that. */
    @Override
    protected Command getReconnectSourceCommand(ReconnectRequest request) {
        return null;
    }

    @Override
    protected Command getReconnectTargetCommand(ReconnectRequest request) {
        return null;
    }

    @Override
    protected Connection createDummyConnection(Request request) {
        return new LinkFigure(context.theme());
    }
}
