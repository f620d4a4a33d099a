// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.interfaces;

import java.util.Optional;

/**
 * The name of an exported function that belongs to an interface.
 *
 * @param interfaceName such as {@code thermostat:climate/probe}
 * @param function such as {@code read}
 */
record FunctionName(String interfaceName, String function) {

    /** Empty for exports that belong to no interface: those of the ABI itself, or of the module alone. */
    static Optional<FunctionName> ofExport(String export) {
        int hash = export.indexOf('#');
        return hash < 0 ? Optional.empty() : Optional.of(new FunctionName(export.substring(0, hash), export.substring(hash + 1)));
    }

    @Override
    public String toString() {
        return interfaceName + "#" + function;
    }
}
