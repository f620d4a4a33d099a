// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.util.Optional;

import org.eclipse.emf.common.util.EList;
import org.thingspire.topology.model.Bounds;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;

/**
 * Answers where nodes are in the diagram. As {@link Deployment}, it looks at the topology anew for every question; nothing that is
 * built asks here.
 */
public record DiagramLayout(Topology topology) {

    /** Empty for a node that the diagram arranges itself. */
    public Optional<Bounds> boundsOf(Node node) {
        return topology.getLayout() == null ? Optional.empty()
                : topology.getLayout().getBounds().stream().filter(bounds -> bounds.getOf() == node).findFirst();
    }

    /** All of them, to be added to. */
    public EList<Bounds> bounds() {
        if (topology.getLayout() == null) {
            topology.setLayout(TopologyFactory.eINSTANCE.createLayout()); // not written as long as it is empty
        }
        return topology.getLayout().getBounds();
    }
}
