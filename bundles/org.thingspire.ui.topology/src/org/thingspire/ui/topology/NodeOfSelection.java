// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.gef.EditPart;
import org.thingspire.topology.Deployment;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;

/** Says which node somebody means who has selected something in the diagram or the outline. */
public final class NodeOfSelection implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object selected, Class<T> type) {
        return type == Node.class && selected instanceof EditPart part ? type.cast(node(part.getModel())) : null;
    }

    private static Node node(Object element) {
        return switch (element) {
            case Node node -> node;
            case Module module when module.eContainer() instanceof Topology topology -> new Deployment(topology).nodeOf(module).orElse(null);
            case null, default -> null;
        };
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {Node.class};
    }
}
