// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.policies;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.ComponentEditPolicy;
import org.eclipse.gef.requests.GroupRequest;
import org.thingspire.ui.topology.commands.DeleteCommand;
import org.thingspire.ui.topology.parts.DiagramContext;

/** Nodes and modules can be deleted. */
public final class DeletePolicy extends ComponentEditPolicy {

    private final DiagramContext context;

    public DeletePolicy(DiagramContext context) {
        this.context = context;
    }

    @Override
    protected Command createDeleteCommand(GroupRequest request) {
        return new DeleteCommand(context.topology(), (EObject) getHost().getModel());
    }
}
