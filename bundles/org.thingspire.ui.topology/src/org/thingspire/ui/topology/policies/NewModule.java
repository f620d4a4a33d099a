// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.policies;

import java.util.Optional;

import org.eclipse.gef.commands.Command;
import org.eclipse.gef.requests.CreateRequest;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.ui.topology.commands.AddModuleCommand;
import org.thingspire.ui.topology.commands.CreateSourceCommand;
import org.thingspire.ui.topology.palette.ElementFactory;
import org.thingspire.ui.topology.parts.DiagramContext;

/** What it means to drop a module from the palette: a module, and a source for it. */
final class NewModule {

    private NewModule() {
    }

    /** @return null, as GEF has it, if it is no module that is dropped */
    static Command command(DiagramContext context, CreateRequest request, Optional<Node> node) {
        if (request.getNewObjectType() instanceof ElementFactory.ModuleType type) {
            Module module = (Module) request.getNewObject();
            return new AddModuleCommand(context.topology(), module, node, type.extension(), context.sources()::exists)
                    .chain(new CreateSourceCommand(context.sources(), context.topology(), module));
        }
        return null;
    }
}
