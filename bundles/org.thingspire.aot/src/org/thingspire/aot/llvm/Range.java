// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import java.util.NavigableSet;

/** The values that an i32 can have, unsigned: {@code low} to {@code high}, both included. */
record Range(long low, long high) {

    private static final long MAXIMUM = 0xffff_ffffL;
    private static final long SIGN = 0x8000_0000L;

    static final Range ALL = new Range(0, MAXIMUM);

    static Range of(long value) {
        return new Range(value & MAXIMUM, value & MAXIMUM);
    }

    static Range upTo(long high) {
        return new Range(0, Math.min(high, MAXIMUM));
    }

    boolean isAll() {
        return low == 0 && high == MAXIMUM;
    }

    boolean isWithin(Range other) {
        return low >= other.low && high <= other.high;
    }

    /** The smallest range that holds both. */
    Range or(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** What is in both; this range if nothing is, since then nobody ever comes here. */
    Range and(Range other) {
        long from = Math.max(low, other.low);
        long to = Math.min(high, other.high);
        return from <= to ? new Range(from, to) : this;
    }

    /** This range grown to hold another, with the bounds that had to move as far as the next of {@code stops}, which have 0 and 2^32-1. */
    Range widenedTo(Range next, NavigableSet<Long> stops) {
        return new Range(next.low < low ? stops.floor(next.low) : low, next.high > high ? stops.ceiling(next.high) : high);
    }

    /** The sum with a constant, modulo 2^32. */
    Range plus(long constant) {
        return sum(low + (int) constant, high + (int) constant);
    }

    Range plus(Range other) {
        return sum(low + other.low, high + other.high);
    }

    /** All values, if some of the sums wrap around and others don't. */
    private static Range sum(long from, long to) {
        return Math.floorDiv(from, MAXIMUM + 1) == Math.floorDiv(to, MAXIMUM + 1) ? new Range(from & MAXIMUM, to & MAXIMUM) : ALL;
    }

    Range times(Range other) {
        boolean fits = Math.multiplyHigh(high, other.high) == 0 && high * other.high >= 0 && high * other.high <= MAXIMUM;
        return fits ? new Range(low * other.low, high * other.high) : ALL;
    }

    Range shiftedRight(int bits) {
        return new Range(low >> bits, high >> bits);
    }

    /** What {@code value + constant} must be for this to hold of value; of values that wrap around only those that {@code known} has. */
    Range minus(long constant, Range known) {
        long from = low - (int) constant;
        long to = high - (int) constant;
        if (from >= 0 && to <= MAXIMUM) {
            return new Range(from, to);
        }
        if (from < 0 && to < 0) {
            return new Range(from & MAXIMUM, to & MAXIMUM);
        }
        if (from < 0) {
            // from + 2^32 .. 2^32 - 1, and 0 .. to
            return known.high < (from & MAXIMUM) ? upTo(to) : ALL;
        }
        return ALL;
    }

    boolean isNonNegative() {
        return high < SIGN;
    }
}
