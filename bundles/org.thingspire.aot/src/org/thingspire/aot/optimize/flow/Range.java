// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.flow;

import java.util.NavigableSet;

/**
 * The values that an i32 can have, unsigned: {@code low}, {@code low + step} and so on to {@code high}. A counter that grows by two
 * until it <em>equals</em> an even bound never gets beyond that; without steps, it would.
 *
 * @param step 0 if there is one value, else a divisor of {@code high - low}
 */
public record Range(long low, long high, long step) {

    private static final long MAXIMUM = 0xffff_ffffL;
    private static final long SIGN = 0x8000_0000L;

    public static final Range ALL = new Range(0, MAXIMUM, 1);

    public static Range of(long value) {
        return new Range(value & MAXIMUM, value & MAXIMUM, 0);
    }

    /** All values between the two, both included. */
    public static Range between(long low, long high) {
        return new Range(low, high, low == high ? 0 : 1);
    }

    public static Range upTo(long high) {
        return between(0, Math.min(high, MAXIMUM));
    }

    public boolean isAll() {
        return low == 0 && high == MAXIMUM;
    }

    /** The smallest range that holds both. */
    public Range or(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high), commonStep(other));
    }

    private long commonStep(Range other) {
        return divisor(divisor(step, other.step), Math.abs(low - other.low));
    }

    /** The greatest common one; 0 has all. */
    private static long divisor(long a, long b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    /** What is in both, or a little more; this range if nothing is, since then nobody ever comes here. */
    public Range and(Range other) {
        Range finer = step == 0 || other.step != 0 && step >= other.step ? this : other;
        Range both = finer.within(Math.max(low, other.low), Math.min(high, other.high));
        return both.low <= both.high ? both : this;
    }

    /** Those of these values that are between two bounds; its {@code low} is above its {@code high} if there are none. */
    private Range within(long from, long to) {
        if (step == 0) {
            return low >= from && low <= to ? this : new Range(1, 0, 0);
        }
        long first = from + Math.floorMod(low - from, step);
        long last = to - Math.floorMod(to - low, step);
        return new Range(first, last, first == last ? 0 : step);
    }

    /** This range without its smallest value; of a single value nothing is known then. */
    public Range withoutLow() {
        return step == 0 ? ALL : within(low + 1, high);
    }

    /** This range without its largest value; of a single value nothing is known then. */
    public Range withoutHigh() {
        return step == 0 ? ALL : within(low, high - 1);
    }

    /** This range grown to hold another, with the bounds that had to move as far as the next of {@code stops}, which have 0 and 2^32-1. */
    public Range widenedTo(Range next, NavigableSet<Long> stops) {
        long common = commonStep(next);
        return common == 0 ? this : new Range(low, low, common)
                .within(next.low < low ? stops.floor(next.low) : low, next.high > high ? stops.ceiling(next.high) : high);
    }

    /** The sum with a constant, modulo 2^32. */
    public Range plus(long constant) {
        return sum(low + (int) constant, high + (int) constant, step);
    }

    public Range plus(Range other) {
        return sum(low + other.low, high + other.high, divisor(step, other.step));
    }

    /** All values, if some of the sums wrap around and others don't. */
    private static Range sum(long from, long to, long step) {
        return Math.floorDiv(from, MAXIMUM + 1) == Math.floorDiv(to, MAXIMUM + 1) ? new Range(from & MAXIMUM, to & MAXIMUM, step) : ALL;
    }

    public Range times(Range other) {
        // The bounds' product is below 2^32, and no step is above its bound.
        return high == 0 || other.high <= MAXIMUM / high ? new Range(low * other.low, high * other.high,
                divisor(divisor(low * other.step, other.low * step), step * other.step)) : ALL;
    }

    public Range shiftedRight(int bits) {
        long from = low >> bits;
        long to = high >> bits;
        boolean isWhole = step % (1L << bits) == 0;
        return isWhole ? new Range(from, to, step >> bits) : between(from, to);
    }

    /** What {@code value + constant} must be for this to hold of value; of values that wrap around only those that {@code known} has. */
    public Range minus(long constant, Range known) {
        long from = low - (int) constant;
        long to = high - (int) constant;
        if (from >= 0 && to <= MAXIMUM) {
            return new Range(from, to, step);
        }
        if (from < 0 && to < 0) {
            return new Range(from & MAXIMUM, to & MAXIMUM, step);
        }
        if (from < 0) {
            // from + 2^32 .. 2^32 - 1, and 0 .. to
            return known.high < (from & MAXIMUM) ? upTo(to) : ALL;
        }
        return ALL;
    }

    public boolean isNonNegative() {
        return high < SIGN;
    }
}
