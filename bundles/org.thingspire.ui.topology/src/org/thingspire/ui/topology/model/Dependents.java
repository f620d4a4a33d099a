// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.model;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.thingspire.topology.DiagramLayout;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Node;
import org.thingspire.topology.model.Topology;

/** What makes no sense any more when an element is gone. */
public final class Dependents {

    private Dependents() {
    }

    /**
     * Of a module, its placement, wires and tasks. Of a node, its links, placements and bounds in the diagram: the modules stay, to
     * be placed elsewhere.
     */
    public static List<EObject> of(Topology topology, EObject element) {
        return switch (element) {
            case Module module -> Stream.of(
                    matching(topology.getPlacements(), placement -> placement.getModule() == module),
                    matching(topology.getWires(), wire -> wire.getFrom() == module || wire.getTo() == module),
                    matching(topology.getTasks(), task -> task.getModule() == module)).flatMap(all -> all).toList();
            case Node node -> Stream.of(
                    matching(topology.getLinks(), link -> link.getA() == node || link.getB() == node),
                    matching(topology.getPlacements(), placement -> placement.getNode() == node),
                    matching(new DiagramLayout(topology).bounds(), bounds -> bounds.getOf() == node)).flatMap(all -> all).toList();
            default -> List.of();
        };
    }

    private static <T extends EObject> Stream<EObject> matching(List<T> elements, Predicate<T> condition) {
        return elements.stream().filter(condition).map(EObject.class::cast);
    }
}
