// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.thingspire.topology.model.Bounds;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.TopologyFactory;
import org.thingspire.topology.model.TopologyPackage.Literals;

/** Reads what version 1 of the format has instead of a layout: {@code x}, {@code y}, {@code width} and {@code height} of nodes. */
final class Version1Bounds {

    private final Map<Node, Bounds> byNode = new IdentityHashMap<>();

    /** The attribute of {@link Bounds} that version 1 writes at a node by this name. */
    static Optional<EAttribute> attribute(String name) {
        return Literals.BOUNDS.getEAttributes().stream().filter(attribute -> attribute.getName().equals(name)).findFirst();
    }

    /** @throws NumberFormatException if it is no number */
    void set(Node node, EAttribute attribute, String value) {
        byNode.computeIfAbsent(node, each -> TopologyFactory.eINSTANCE.createBounds())
                .eSet(attribute, EcoreUtil.createFromString(attribute.getEAttributeType(), value));
    }

    /** Puts what was read into the layout, in the order of the nodes. */
    void addTo(Topology topology) {
        for (Node node : topology.getNodes()) {
            Bounds bounds = byNode.get(node);
            if (bounds != null) {
                bounds.setOf(node);
                new DiagramLayout(topology).bounds().add(bounds);
            }
        }
    }
}
