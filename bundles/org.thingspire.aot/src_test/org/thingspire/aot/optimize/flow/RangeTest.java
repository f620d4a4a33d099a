// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.LongBinaryOperator;

import org.bytedeco.llvm.global.LLVM;
import org.junit.jupiter.api.Test;
import org.thingspire.aot.optimize.range.Comparisons;

/** A range must hold every result that its operands' values can give. */
class RangeTest {

    private static final long[] CORNERS = {0, 1, 2, 3, 255, 65_535, 65_536, 0x7fff_fffeL, 0x7fff_ffffL, 0x8000_0000L, 0x8000_0001L,
            0xffff_fffeL, 0xffff_ffffL};
    private static final int ROUNDS = 200_000;

    private final Random random = new Random(42);

    @Test
    void sumsAndProductsWrapAroundLikeI32() {
        for (int i = 0; i < ROUNDS; i++) {
            Range left = range();
            Range right = range();
            check(left, right, left.plus(right), (a, b) -> a + b);
            check(left, right, left.times(right), (a, b) -> a * b);
            long constant = value();
            check(left, Range.of(constant), left.plus(constant), (a, b) -> a + b);
            int bits = random.nextInt(32);
            check(left, right, left.shiftedRight(bits), (a, b) -> a >>> bits);
        }
    }

    @Test
    void anOperandIsFoundFromTheSum() {
        for (int i = 0; i < ROUNDS; i++) {
            Range known = range();
            Range sum = range();
            long constant = value();
            long operand = pick(known);
            if (contains(sum, operand + constant)) {
                assertThat(contains(sum.minus(constant, known), operand)).as("%d + %d in %s", operand, constant, sum).isTrue();
            }
        }
    }

    @Test
    void whatIsInOneOfTwoRangesOrInBothIsNotLost() {
        NavigableSet<Long> stops = new TreeSet<>(List.of(0L, 4L, 100L, 65_535L, 0x7fff_ffffL, 0xffff_ffffL));
        for (int i = 0; i < ROUNDS; i++) {
            Range left = range();
            Range right = range();
            long a = pick(left);
            assertThat(contains(left.or(right), a) && contains(right.or(left), a)).as("%d in %s or %s", a, left, right).isTrue();
            assertThat(contains(left.widenedTo(right, stops), a)).as("%d in %s to %s", a, left, right).isTrue();
            assertThat(contains(right.widenedTo(left, stops), a)).as("%d in %s to %s", a, right, left).isTrue();
            if (contains(right, a)) {
                assertThat(contains(left.and(right), a) && contains(right.and(left), a)).as("%d in %s and %s", a, left, right).isTrue();
            }
        }
    }

    @Test
    void aCounterByTwosStopsAtTheEvenNumberThatItIsComparedWith() {
        NavigableSet<Long> stops = new TreeSet<>(List.of(0L, 3999L, 4000L, 4001L, 0xffff_ffffL));

        Range counter = Range.of(0).widenedTo(Range.of(0).or(Range.of(2)), stops);
        Range next = counter.plus(2);

        assertThat(next).isEqualTo(new Range(2, 4000, 2));
        assertThat(next.and(Comparisons.range(LLVM.LLVMIntNE, next, Range.of(4000)))).isEqualTo(new Range(2, 3998, 2));
    }

    @Test
    void comparisonsKeepWhatTheyAllow() {
        for (int i = 0; i < ROUNDS; i++) {
            Range left = range();
            Range right = range();
            long a = pick(left);
            long b = pick(right);
            for (int predicate = LLVM.LLVMIntEQ; predicate <= LLVM.LLVMIntSLE; predicate++) {
                boolean holds = compare(predicate, a, b);
                assertThat(compare(Comparisons.inverse(predicate), a, b)).isNotEqualTo(holds);
                assertThat(compare(Comparisons.swapped(predicate), b, a)).isEqualTo(holds);
                if (holds) {
                    assertThat(contains(Comparisons.range(predicate, left, right), a))
                            .as("predicate %d of %d in %s and %d in %s", predicate, a, left, b, right).isTrue();
                }
            }
        }
    }

    private void check(Range left, Range right, Range result, LongBinaryOperator operation) {
        long a = pick(left);
        long b = pick(right);
        assertThat(contains(result, operation.applyAsLong(a, b))).as("%d in %s, %d in %s: %s", a, left, b, right, result).isTrue();
    }

    private static boolean contains(Range range, long value) {
        long word = value & 0xffff_ffffL;
        return word >= range.low() && word <= range.high() && (range.step() == 0 || (word - range.low()) % range.step() == 0);
    }

    private static boolean compare(int predicate, long a, long b) {
        return switch (predicate) {
            case LLVM.LLVMIntEQ -> a == b;
            case LLVM.LLVMIntNE -> a != b;
            case LLVM.LLVMIntUGT -> a > b;
            case LLVM.LLVMIntUGE -> a >= b;
            case LLVM.LLVMIntULT -> a < b;
            case LLVM.LLVMIntULE -> a <= b;
            case LLVM.LLVMIntSGT -> (int) a > (int) b;
            case LLVM.LLVMIntSGE -> (int) a >= (int) b;
            case LLVM.LLVMIntSLT -> (int) a < (int) b;
            default -> (int) a <= (int) b;
        };
    }

    private Range range() {
        long a = value();
        long b = value();
        long low = Math.min(a, b);
        long step = random.nextBoolean() ? 1 : 1 + random.nextInt(random.nextBoolean() ? 8 : 100_000);
        long high = Math.max(a, b) - (Math.max(a, b) - low) % step;
        return new Range(low, high, low == high ? 0 : step);
    }

    private long value() {
        long corner = CORNERS[random.nextInt(CORNERS.length)];
        return random.nextBoolean() ? corner : random.nextBoolean() ? random.nextInt() & 0xffff_ffffL
                : corner + random.nextInt(9) - 4 & 0xffff_ffffL;
    }

    private long pick(Range range) {
        return switch (random.nextInt(3)) {
            case 0 -> range.low();
            case 1 -> range.high();
            default -> range.low() + range.step() * (long) (random.nextDouble() * (range.high() - range.low()) / Math.max(1, range.step()));
        };
    }
}
