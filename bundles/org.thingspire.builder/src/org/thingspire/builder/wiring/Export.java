// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

import org.thingspire.wasm.CoreSignature;

/**
 * A function that a placed module offers to others.
 *
 * @param module the module's name in the topology
 * @param name the export's name, such as {@code thermostat:climate/probe#read}
 */
public record Export(String module, String name, CoreSignature signature) implements Comparable<Export> {

    /** As people say it: {@code probe.read}. */
    public String shortName() {
        return module + "." + name.substring(name.indexOf('#') + 1);
    }

    @Override
    public int compareTo(Export other) {
        int byModule = module.compareTo(other.module);
        return byModule != 0 ? byModule : name.compareTo(other.name);
    }
}
