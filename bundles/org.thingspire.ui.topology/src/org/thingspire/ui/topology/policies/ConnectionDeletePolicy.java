// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.policies;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.ConnectionEditPolicy;
import org.eclipse.gef.requests.GroupRequest;
import org.thingspire.ui.topology.commands.DeleteCommand;
import org.thingspire.ui.topology.parts.DiagramContext;

/** Wires and links can be deleted. */
public final class ConnectionDeletePolicy extends ConnectionEditPolicy {

    private final DiagramContext context;

    public ConnectionDeletePolicy(DiagramContext context) {
        this.context = context;
    }

    @Override
    protected Command getDeleteCommand(GroupRequest request) {
        return new DeleteCommand(context.topology(), (EObject) getHost().getModel());
    }
}
