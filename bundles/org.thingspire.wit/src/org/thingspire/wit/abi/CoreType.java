// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.abi;

import java.util.Locale;

/** The number types of WebAssembly. */
public enum CoreType {
    I32, I64, F32, F64;

    /** The type that has room for values of both, as cases of a variant share it (CanonicalABI.md, {@code join}). */
    CoreType join(CoreType other) {
        if (this == other) {
            return this;
        }
        boolean inFourBytes = (this == I32 || this == F32) && (other == I32 || other == F32);
        return inFourBytes ? I32 : I64;
    }

    /** As WebAssembly writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
