// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import java.util.Map;

/**
 * What one kernel costs on its ways to machine code.
 *
 * @param cost in the machine's unit, for one call
 * @param code bytes of machine code in the objects, constants between the instructions included. What makes an instance of the
 *             module anew is left out, since in a native program the C library's startup does that
 */
public record KernelResult(Kernel kernel, Map<Variant, Double> cost, Map<Variant, Long> code) {

    public KernelResult {
        cost = Map.copyOf(cost);
        code = Map.copyOf(code);
    }

    /** How much more than native code -O3 costs; below 1 it is less. */
    public double ratio() {
        return cost.get(Variant.WASM_O3) / cost.get(Variant.NATIVE_O3);
    }

    /** How much larger than native code -Os is. */
    public double codeRatio() {
        return (double) code.get(Variant.WASM_OS) / code.get(Variant.NATIVE_OS);
    }
}
