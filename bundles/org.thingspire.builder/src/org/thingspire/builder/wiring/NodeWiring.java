// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

import java.util.List;

/**
 * Everything that the runtime of one node must know about the topology; {@link WiringWriter} makes C of it.
 *
 * @param node the node's name
 * @param fingerprint of all nodes' wiring, 16 bits: frames of images that were built from another topology are refused
 * @param modules the modules placed here
 * @param bindings what each import of those modules is joined to
 * @param tasks what starts by itself here
 * @param links this node's ends of links
 * @param served what other nodes call here
 */
public record NodeWiring(String node, int fingerprint, List<PlacedModule> modules, List<Binding> bindings, List<PlacedTask> tasks,
        List<LinkEnd> links, List<Served> served) {

    /**
     * @param hasMemory whether the module has a linear memory
     * @param restarts whether a trap makes the module as new
     * @param isReactor whether its {@code _initialize} has to be called before any other function (WASI's name for such modules)
     */
    public record PlacedModule(String name, boolean hasMemory, boolean restarts, boolean isReactor) {

        /** One without {@code _initialize}. */
        public PlacedModule(String name, boolean hasMemory, boolean restarts) {
            this(name, hasMemory, restarts, false);
        }
    }

    /**
     * @param periodMs 0: once at start
     * @param stackBytes at least; a port may give more
     */
    public record PlacedTask(String name, Export function, int periodMs, int priority, int stackBytes) {
    }

    /**
     * @param peer the node at the other end
     * @param uart index into the board's UARTs
     * @param traffic what both ends say to each other
     * @param serves whether the peer calls anything on this node
     */
    public record LinkEnd(String name, String peer, int uart, LinkTraffic traffic, boolean serves) {
    }

    /**
     * @param number the function's number, the same on all nodes
     */
    public record Served(int number, Export function) {
    }
}
