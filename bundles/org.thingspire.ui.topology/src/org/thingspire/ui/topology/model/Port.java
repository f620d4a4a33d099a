// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Task;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.Wire;

/**
 * Where a wire can begin or end: an interface that a module imports or exports, as far as wires and tasks tell.
 *
 * @param interfaceName such as {@code thermostat:climate/probe}
 */
public record Port(Module module, Direction direction, String interfaceName) {

    /** Who offers the functions. */
    public enum Direction {
        /** The module calls. */
        IMPORT,
        /** The module is called. */
        EXPORT
    }

    /** For people. */
    public String text() {
        return (isExport() ? "exports " : "imports ") + interfaceName;
    }

    public boolean isExport() {
        return direction == Direction.EXPORT;
    }

    /** The importing end of a wire. */
    public static Port fromOf(Wire wire) {
        return new Port(wire.getFrom(), Direction.IMPORT, wire.getInterface());
    }

    /** The exporting end of a wire. */
    public static Port toOf(Wire wire) {
        return new Port(wire.getTo(), Direction.EXPORT, wire.getInterface());
    }

    /** All ports of a module that are known, in file order. */
    public static List<Port> of(Topology topology, Module module) {
        Set<Port> ports = new LinkedHashSet<>();
        for (Wire wire : topology.getWires()) {
            if (wire.getTo() == module) {
                ports.add(toOf(wire));
            }
            if (wire.getFrom() == module) {
                ports.add(fromOf(wire));
            }
        }
        for (Task task : topology.getTasks()) {
            if (task.getModule() == module && task.getFunction() != null && task.getFunction().contains("#")) {
                String name = task.getFunction().substring(0, task.getFunction().indexOf('#'));
                ports.add(new Port(module, Direction.EXPORT, name));
            }
        }
        return List.copyOf(ports);
    }
}
