// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import org.thingspire.aot.api.TrapKind;

/** What the suite calls the kinds of traps. */
final class TrapTexts {

    /** {@code SPEC_STACK_EXHAUSTED} in {@code driver/spec.h}: no trap of the compiler's, but the end of the stack. */
    private static final int STACK_EXHAUSTED = 64;

    private TrapTexts() {
    }

    /** The number with which a program reports the trap with that text. */
    static int number(String text) {
        return switch (text) {
            case "unreachable" -> TrapKind.UNREACHABLE.number();
            case "integer divide by zero" -> TrapKind.INTEGER_DIVIDE_BY_ZERO.number();
            case "integer overflow" -> TrapKind.INTEGER_OVERFLOW.number();
            case "invalid conversion to integer" -> TrapKind.INVALID_CONVERSION.number();
            case "out of bounds memory access" -> TrapKind.OUT_OF_BOUNDS_MEMORY.number();
            case "out of bounds table access" -> TrapKind.OUT_OF_BOUNDS_TABLE.number();
            case "uninitialized element", "uninitialized element 2" -> TrapKind.UNINITIALIZED_ELEMENT.number();
            case "indirect call type mismatch" -> TrapKind.INDIRECT_CALL_TYPE.number();
            case "undefined element" -> TrapKind.UNDEFINED_ELEMENT.number();
            case "call stack exhausted" -> STACK_EXHAUSTED;
            default -> throw new IllegalArgumentException("trap '" + text + "'");
        };
    }
}
