// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.api;

/**
 * Why compiled code stops. The number travels in the undefined instruction that a failed check executes, so it has to
 * be the one that {@code runtime/include/thingspire/trap.h} gives; a test compares the two.
 */
public enum TrapKind {
    UNREACHABLE(1),
    INTEGER_DIVIDE_BY_ZERO(2),
    INTEGER_OVERFLOW(3),
    /** NaN converted to an integer. A number out of range is {@link #INTEGER_OVERFLOW}. */
    INVALID_CONVERSION(4),
    OUT_OF_BOUNDS_MEMORY(5),
    OUT_OF_BOUNDS_TABLE(6),
    /** An indirect call through a null table element. */
    UNINITIALIZED_ELEMENT(7),
    INDIRECT_CALL_TYPE(8),
    /** An indirect call with an index that the table does not have. */
    UNDEFINED_ELEMENT(9);

    private final int number;

    TrapKind(int number) {
        this.number = number;
    }

    /** The number in trap.h, 1 to 63. */
    public int number() {
        return number;
    }
}
