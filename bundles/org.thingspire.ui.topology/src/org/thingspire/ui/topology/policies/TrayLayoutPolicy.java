// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.policies;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPolicy;
import org.eclipse.gef.Request;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.LayoutEditPolicy;
import org.eclipse.gef.requests.CreateRequest;
import org.thingspire.ui.topology.parts.ModuleContainer;
import org.thingspire.ui.topology.parts.ModulePart;

/** Modules can be taken out of the tray, but not put in: a module belongs on a node. */
public final class TrayLayoutPolicy extends LayoutEditPolicy {

    @Override
    protected Command getMoveChildrenCommand(Request request) {
        return null;
    }

    @Override
    protected Command getCreateCommand(CreateRequest request) {
        return null;
    }

    @Override
    protected EditPolicy createChildEditPolicy(EditPart child) {
        return BoxSelectPolicy.ofModule(((ModuleContainer) getHost()).context().theme(), ((ModulePart) child).moduleFigure()::setSelected);
    }
}
