// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.parts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.draw2d.geometry.Rectangle;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Wire;
import org.thingspire.ui.topology.figures.PortFigure;
import org.thingspire.ui.topology.model.Port;

/** Turns ports to the side on which the other end of their wire is. */
final class PortSides {

    private final DiagramPart diagram;
    private final Map<Module, Place> places = new HashMap<>();

    private record Place(ModuleContainer container, int column, ModulePart part) {

        Rectangle bounds() {
            return container.getFigure().getBounds();
        }
    }

    PortSides(DiagramPart diagram) {
        this.diagram = diagram;
    }

    void update() {
        for (ModuleContainer container : diagram.containers()) {
            int index = 0;
            for (ModulePart part : container.moduleParts()) {
                places.put(part.module(), new Place(container, container.area().columnOf(index++), part));
            }
        }
        for (Wire wire : diagram.context().topology().getWires()) {
            Place from = places.get(wire.getFrom());
            Place to = places.get(wire.getTo());
            if (from != null && to != null) {
                figure(from, Port.fromOf(wire)).ifPresent(port -> port.setLeft(isLeft(from, to)));
                figure(to, Port.toOf(wire)).ifPresent(port -> port.setLeft(isLeft(to, from)));
            }
        }
    }

    private static Optional<PortFigure> figure(Place place, Port port) {
        return place.part().moduleFigure().port(port);
    }

    /** What is above or below is reached on the right. */
    private static boolean isLeft(Place place, Place peer) {
        if (place.container() == peer.container()) {
            return peer.column() < place.column();
        }
        Rectangle here = place.bounds();
        Rectangle there = peer.bounds();
        return there.x + there.width <= here.x;
    }
}
