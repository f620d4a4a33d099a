// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.policies;

import org.eclipse.gef.commands.Command;
import org.eclipse.gef.editpolicies.DirectEditPolicy;
import org.eclipse.gef.requests.DirectEditRequest;
import org.thingspire.topology.model.NamedElement;
import org.thingspire.topology.model.TopologyPackage.Literals;
import org.thingspire.topology.model.Wire;
import org.thingspire.ui.topology.commands.RenameCommand;
import org.thingspire.ui.topology.commands.SetValueCommand;
import org.thingspire.ui.topology.parts.DiagramContext;

/** Names can be edited where they stand, and the interfaces of wires. */
public final class RenamePolicy extends DirectEditPolicy {

    private final DiagramContext context;

    public RenamePolicy(DiagramContext context) {
        this.context = context;
    }

    @Override
    protected Command getDirectEditCommand(DirectEditRequest request) {
        String text = (String) request.getCellEditor().getValue();
        return switch (getHost().getModel()) {
            case NamedElement element -> new RenameCommand(context.topology(), element, text);
            case Wire wire when !text.isBlank() -> new SetValueCommand(wire, Literals.WIRE__INTERFACE, text.strip());
            default -> null;
        };
    }

    @Override
    protected void showCurrentEditValue(DirectEditRequest request) {
        // The editor covers the name.
    }
}
