// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.policies;

import java.util.Optional;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.Request;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.LayoutEditPolicy;
import org.eclipse.gef.requests.CreateRequest;
import org.thingspire.ui.topology.parts.ModuleContainer;
import org.thingspire.ui.topology.parts.ModulePart;

/** Modules can be taken out of the tray. Only new ones can be put in: a module belongs on a node. */
public final class TrayLayoutPolicy extends LayoutEditPolicy {

    @Override
    protected Command getMoveChildrenCommand(Request request) {
        return null;
    }

    @Override
    protected Command getCreateCommand(CreateRequest request) {
        return NewModule.command(tray().context(), request, Optional.empty());
    }

    private ModuleContainer tray() {
        return (ModuleContainer) getHost();
    }

    @Override
    protected EditPolicy createChildEditPolicy(EditPart child) {
        return BoxSelectPolicy.ofModule(tray().context().theme(), ((ModulePart) child).moduleFigure()::setSelected);
    }
}
