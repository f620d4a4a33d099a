// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

import java.util.List;

import run.endive.wasm.types.Instruction;

/** Constant expressions: one {@code t.const} each, as {@link SupportCheck} has made sure. */
final class Constants {

    private Constants() {
    }

    /** The value's bits. */
    static long bits(List<Instruction> expression) {
        return expression.getFirst().operand(0);
    }

    /** An i32 as an unsigned number: an address or an index. */
    static long unsigned(List<Instruction> expression) {
        return bits(expression) & 0xffff_ffffL;
    }
}
