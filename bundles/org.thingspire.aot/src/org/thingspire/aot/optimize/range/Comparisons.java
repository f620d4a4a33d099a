// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.range;

import static org.bytedeco.llvm.global.LLVM.*;

import org.thingspire.aot.optimize.flow.Range;

/** What integer comparisons say about the ranges of what they compare; predicates are those of LLVM. */
public final class Comparisons {

    private Comparisons() {
    }

    /** The predicate that holds where the given one doesn't. */
    public static int inverse(int predicate) {
        return switch (predicate) {
            case LLVMIntEQ -> LLVMIntNE;
            case LLVMIntNE -> LLVMIntEQ;
            case LLVMIntUGT -> LLVMIntULE;
            case LLVMIntUGE -> LLVMIntULT;
            case LLVMIntULT -> LLVMIntUGE;
            case LLVMIntULE -> LLVMIntUGT;
            case LLVMIntSGT -> LLVMIntSLE;
            case LLVMIntSGE -> LLVMIntSLT;
            case LLVMIntSLT -> LLVMIntSGE;
            default -> LLVMIntSGT;
        };
    }

    /** The predicate that says the same with its operands exchanged. */
    public static int swapped(int predicate) {
        return switch (predicate) {
            case LLVMIntUGT -> LLVMIntULT;
            case LLVMIntUGE -> LLVMIntULE;
            case LLVMIntULT -> LLVMIntUGT;
            case LLVMIntULE -> LLVMIntUGE;
            case LLVMIntSGT -> LLVMIntSLT;
            case LLVMIntSGE -> LLVMIntSLE;
            case LLVMIntSLT -> LLVMIntSGT;
            case LLVMIntSLE -> LLVMIntSGE;
            default -> predicate;
        };
    }

    /** Whether an unsigned comparison holds for all values of its operands; of other ones nothing is said. */
    public static boolean isCertain(int predicate, Range left, Range right) {
        return switch (predicate) {
            case LLVMIntULT -> left.high() < right.low();
            case LLVMIntULE -> left.high() <= right.low();
            case LLVMIntUGT, LLVMIntUGE -> isCertain(swapped(predicate), right, left);
            default -> false;
        };
    }

    /** What the left operand can be if the comparison holds. */
    public static Range range(int predicate, Range left, Range right) {
        return switch (predicate) {
            case LLVMIntEQ -> right;
            case LLVMIntNE -> except(left, right);
            case LLVMIntULT -> right.high() == 0 ? Range.ALL : Range.upTo(right.high() - 1);
            case LLVMIntULE -> Range.upTo(right.high());
            case LLVMIntUGT -> right.low() == Range.ALL.high() ? Range.ALL : Range.between(right.low() + 1, Range.ALL.high());
            case LLVMIntUGE -> Range.between(right.low(), Range.ALL.high());
            // A sign is known where one side's is.
            case LLVMIntSLT -> left.isNonNegative() && right.isNonNegative() ? range(LLVMIntULT, left, right) : Range.ALL;
            case LLVMIntSLE -> left.isNonNegative() && right.isNonNegative() ? range(LLVMIntULE, left, right) : Range.ALL;
            case LLVMIntSGT -> greater(right);
            case LLVMIntSGE -> right.isNonNegative() ? Range.between(right.low(), Integer.MAX_VALUE) : Range.ALL;
            default -> Range.ALL;
        };
    }

    private static Range except(Range left, Range right) {
        if (right.low() != right.high()) {
            return Range.ALL;
        }
        return left.low() == right.low() ? left.withoutLow() : left.high() == right.low() ? left.withoutHigh() : Range.ALL;
    }

    /** Signed; what is greater than -1 is not negative. */
    private static Range greater(Range right) {
        if (right.low() == Range.ALL.high()) {
            return Range.upTo(Integer.MAX_VALUE);
        }
        return right.isNonNegative() && right.low() < Integer.MAX_VALUE ? Range.between(right.low() + 1, Integer.MAX_VALUE) : Range.ALL;
    }
}
