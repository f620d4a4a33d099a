// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

import org.thingspire.wasm.CoreSignature;
import org.thingspire.wit.host.HostFunction;

/** What an imported function of a placed module is joined to. */
public sealed interface Binding {

    /**
     * @param importer the importing module's name in the topology
     * @param module the import's module name, such as {@code thermostat:climate/probe}
     * @param name the import's own name, such as {@code read}
     */
    record Import(String importer, String module, String name, CoreSignature signature) {
    }

    /** What the importing module calls. */
    Import from();

    /** A module on the same node: a call through its gate. */
    record Local(Import from, Export to) implements Binding {
    }

    /**
     * A module on another node: a frame on a link.
     *
     * @param function the export's number, the same on all nodes
     */
    record Remote(Import from, Export to, int function, String node, String link, int deadlineMs) implements Binding {
    }

    /** The runtime itself. */
    record Host(Import from, HostFunction to) implements Binding {
    }
}
