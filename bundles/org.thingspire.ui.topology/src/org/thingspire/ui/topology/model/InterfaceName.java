// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.topology.model;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.Task;
import org.thingspire.topology.model.Topology;
import org.thingspire.topology.model.Wire;

/** Names of WIT interfaces, {@code namespace:package/name}. */
public final class InterfaceName {

    private InterfaceName() {
    }

    /** The last part, which is what tells interfaces of one application apart. */
    public static String shortOf(String interfaceName) {
        return interfaceName.substring(interfaceName.lastIndexOf('/') + 1);
    }

    /**
     * The name of an interface that {@code exporter} probably has: one that others import from it already; otherwise its own
     * name in the package that this application uses.
     */
    public static String suggest(Topology topology, Module exporter) {
        Optional<String> known = topology.getWires().stream().filter(wire -> wire.getTo() == exporter).map(Wire::getInterface)
                .filter(Objects::nonNull).findFirst();
        return known.orElseGet(() -> packageOf(topology) + exporter.getName());
    }

    private static String packageOf(Topology topology) {
        return Stream.concat(topology.getWires().stream().map(Wire::getInterface), topology.getTasks().stream().map(Task::getFunction))
                .filter(name -> name != null && name.contains("/")).map(name -> name.substring(0, name.indexOf('/') + 1)).findFirst()
                .orElse(topology.getName() + ":app/");
    }
}
