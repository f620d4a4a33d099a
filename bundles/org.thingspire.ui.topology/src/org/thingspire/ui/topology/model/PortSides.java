// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.Wire;

/**
 * On which edge of its module a port is: the one that faces the other ends of its wires. Depends only on what lies where from
 * left to right, which in turn depends on no port; so a layout that asks here has one answer, and ends.
 */
public final class PortSides {

    /**
     * Where a module is shown, from left to right.
     *
     * @param container what it is shown in; compared by identity
     * @param left edge of the container, in pixels
     * @param right edge of the container
     * @param column of the module within the container
     */
    public record Place(Object container, int left, int right, int column) {

        boolean isAboveOrBelow(Place peer) {
            return container == peer.container && column == peer.column;
        }
    }

    private PortSides() {
    }

    /**
     * Whether a port is on the left edge of its module, and not on the right. Where the other ends of a port's wires are on
     * both sides, most of them decide; if there are as many here as there, exports are on the left and imports on the right.
     *
     * @param places of the modules that are shown
     */
    public static Predicate<Port> left(Topology topology, Map<Module, Place> places) {
        Map<Port, Integer> votes = new HashMap<>();
        Predicate<Port> isLeft = port -> {
            int forLeft = votes.getOrDefault(port, 0);
            return forLeft > 0 || forLeft == 0 && port.isExport();
        };
        List<Wire> shown =
                topology.getWires().stream().filter(wire -> places.containsKey(wire.getFrom()) && places.containsKey(wire.getTo())).toList();
        for (Wire wire : shown) {
            votes.merge(Port.toOf(wire), vote(faces(places.get(wire.getTo()), places.get(wire.getFrom()))), Integer::sum);
        }
        for (Wire wire : shown) {
            Place from = places.get(wire.getFrom());
            Place to = places.get(wire.getTo());
            // Within a column a wire runs beside the modules, on the edge that its end was given.
            boolean left = from.isAboveOrBelow(to) ? isLeft.test(Port.toOf(wire)) : faces(from, to);
            votes.merge(Port.fromOf(wire), vote(left), Integer::sum);
        }
        return isLeft;
    }

    private static int vote(boolean forLeft) {
        return forLeft ? 1 : -1;
    }

    /** Whether the peer is reached on the left; what is above or below is reached on the right. */
    private static boolean faces(Place place, Place peer) {
        return place.container() == peer.container() ? peer.column() < place.column() : peer.right() <= place.left();
    }
}
