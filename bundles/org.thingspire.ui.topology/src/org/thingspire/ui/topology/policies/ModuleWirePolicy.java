// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.policies;

import java.util.Optional;

import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.gef.Request;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.GraphicalNodeEditPolicy;
import org.eclipse.gef.requests.CreateConnectionRequest;
import org.eclipse.gef.requests.DropRequest;
import org.eclipse.gef.requests.ReconnectRequest;
import org.thingspire.topology.model.Wire;
import org.thingspire.ui.topology.commands.AddWireCommand;
import org.thingspire.ui.topology.commands.MoveWireEndCommand;
import org.thingspire.ui.topology.figures.WireFigure;
import org.thingspire.ui.topology.model.Port;
import org.thingspire.ui.topology.parts.DiagramContext;
import org.thingspire.ui.topology.parts.ModulePart;

/** Wires can be drawn from module to module or port to port, and either end moved to another module. */
public final class ModuleWirePolicy extends GraphicalNodeEditPolicy {

    private final DiagramContext context;

    public ModuleWirePolicy(DiagramContext context) {
        this.context = context;
    }

    private ModulePart part() {
        return (ModulePart) getHost();
    }

    private Optional<Port> portAt(CreateConnectionRequest request) {
        return part().moduleFigure().portAt(request.getLocation());
    }

    @Override
    protected Command getConnectionCreateCommand(CreateConnectionRequest request) {
        if (request.getNewObjectType() != Wire.class) {
            return null;
        }
        AddWireCommand command = new AddWireCommand(context.topology(), part().module(), portAt(request));
        request.setStartCommand(command);
        return command;
    }

    @Override
    protected Command getConnectionCompleteCommand(CreateConnectionRequest request) {
        if (request.getStartCommand() instanceof AddWireCommand command) {
            command.setTarget(part().module(), portAt(request));
            return command;
        }
        return null;
    }

    @Override
    protected Command getReconnectSourceCommand(ReconnectRequest request) {
        return request.getConnectionEditPart().getModel() instanceof Wire wire ? MoveWireEndCommand.from(wire, part().module()) : null;
    }

    @Override
    protected Command getReconnectTargetCommand(ReconnectRequest request) {
        return request.getConnectionEditPart().getModel() instanceof Wire wire ? MoveWireEndCommand.to(wire, part().module()) : null;
    }

    /** The port where the wire began, wherever the mouse is now. */
    @Override
    protected ConnectionAnchor getSourceConnectionAnchor(CreateConnectionRequest request) {
        return request.getStartCommand() instanceof AddWireCommand command ? part().anchor(command.startPort())
                : super.getSourceConnectionAnchor(request);
    }

    @Override
    protected Connection createDummyConnection(Request request) {
        return new WireFigure(context.theme());
    }

    @Override
    protected void showTargetConnectionFeedback(DropRequest request) {
        part().moduleFigure().setTarget(true);
    }

    @Override
    protected void eraseTargetConnectionFeedback(DropRequest request) {
        part().moduleFigure().setTarget(false);
    }
}
