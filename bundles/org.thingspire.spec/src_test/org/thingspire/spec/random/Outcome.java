// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import org.thingspire.wasm.CoreSignature;

/**
 * How a call ended.
 *
 * @param trap   0 if it returned, else the number of the {@link org.thingspire.aot.api.TrapKind}, or what else the machine says
 * @param result the bits of the value it returned, those of a 32-bit type in the lower half; 0 if there is none. All NaNs of a
 *               type have the same bits here, because which one an operation gives is up to the machine
 */
record Outcome(int trap, long result) {

    static Outcome trapped(int kind) {
        return new Outcome(kind, 0);
    }

    static Outcome returned(CoreSignature signature, long bits) {
        return new Outcome(0, switch (CoreSignature.letters(signature.results())) {
            case "" -> 0;
            case "i" -> Integer.toUnsignedLong((int) bits);
            case "f" -> Integer.toUnsignedLong(Float.floatToIntBits(Float.intBitsToFloat((int) bits)));
            case "d" -> Double.doubleToLongBits(Double.longBitsToDouble(bits));
            default -> bits;
        });
    }

    @Override
    public String toString() {
        return trap == 0 ? "0x" + Long.toHexString(result) : "trap " + trap;
    }
}
