// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.policies;

import java.util.Optional;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.Request;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.commands.CompoundCommand;
import org.eclipse.gef.editpolicies.LayoutEditPolicy;
import org.eclipse.gef.requests.ChangeBoundsRequest;
import org.eclipse.gef.requests.CreateRequest;
import org.thingspire.topology.model.Node;
import org.thingspire.ui.topology.commands.PlaceModuleCommand;
import org.thingspire.ui.topology.parts.DiagramContext;
import org.thingspire.ui.topology.parts.ModulePart;

/** Modules can be dropped on a node: new ones from the palette, others from where they were. */
public final class NodeLayoutPolicy extends LayoutEditPolicy {

    private final DiagramContext context;

    public NodeLayoutPolicy(DiagramContext context) {
        this.context = context;
    }

    private Node node() {
        return (Node) getHost().getModel();
    }

    @Override
    protected Command getAddCommand(Request request) {
        CompoundCommand all = new CompoundCommand("Move Module");
        for (Object part : ((ChangeBoundsRequest) request).getEditParts()) {
            if (!(part instanceof ModulePart module)) {
                return null;
            }
            Command place = new PlaceModuleCommand(context.topology(), module.module(), node());
            if (place.canExecute()) {
                all.add(place);
            }
        }
        return all;
    }

    /** Modules have no place within their node. */
    @Override
    protected Command getMoveChildrenCommand(Request request) {
        return null;
    }

    @Override
    protected Command getCreateCommand(CreateRequest request) {
        return NewModule.command(context, request, Optional.of(node()));
    }

    @Override
    protected EditPolicy createChildEditPolicy(EditPart child) {
        return BoxSelectPolicy.ofModule(context.theme(), ((ModulePart) child).moduleFigure()::setSelected);
    }
}
