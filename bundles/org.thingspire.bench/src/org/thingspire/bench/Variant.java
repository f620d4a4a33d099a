// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import org.thingspire.aot.api.Optimization;

/** A way from C to machine code. Both ways use the same clang, and where the second one has two compilers both get the same level. */
public enum Variant {

    NATIVE_O3(false, Optimization.O3),
    NATIVE_OS(false, Optimization.Os),
    WASM_O3(true, Optimization.O3),
    WASM_OS(true, Optimization.Os);

    private final boolean throughWasm;
    private final Optimization optimization;

    Variant(boolean throughWasm, Optimization optimization) {
        this.throughWasm = throughWasm;
        this.optimization = optimization;
    }

    boolean isThroughWasm() {
        return throughWasm;
    }

    Optimization optimization() {
        return optimization;
    }
}
