// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.access;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.Optional;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.LlvmRefs;
import org.thingspire.aot.optimize.check.Limit;
import org.thingspire.aot.optimize.flow.FlowGraph.Block;
import org.thingspire.aot.optimize.flow.FlowGraph.Node;
import org.thingspire.aot.optimize.range.Comparisons;

/**
 * The indices for which a check fails.
 *
 * @param index       an i32, or an i64 that LLVM has made of one
 * @param least       the smallest of them
 * @param isAboveSize whether that is counted from the size that memory has now, and not from 0
 */
record OutOfBoundsRange(LLVMValueRef index, long least, boolean isAboveSize) {

    /** Empty if it can't be told, as where it is small indices that fail. */
    static Optional<OutOfBoundsRange> of(Block test, boolean trapsIfTrue) {
        Node comparison = test.terminator().operands[0];
        int predicate = comparison.predicate;
        int failing = trapsIfTrue ? predicate : Comparisons.inverse(predicate);
        LLVMValueRef index = LLVMGetOperand(comparison.ref, 0);
        Node number = comparison.operands[1];
        if (LlvmRefs.isSet(LLVMIsAConstantInt(number.ref))) {
            long constant = LLVMConstIntGetZExtValue(number.ref);
            return switch (failing) {
                case LLVMIntUGT -> Optional.of(new OutOfBoundsRange(index, constant + 1, false));
                case LLVMIntUGE, LLVMIntEQ -> Optional.of(new OutOfBoundsRange(index, constant, false));
                default -> Optional.empty();
            };
        }
        return switch (failing) {
            case LLVMIntUGT -> Limit.of(number, 0).map(limit -> new OutOfBoundsRange(index, limit.added() + 1, true));
            case LLVMIntUGE -> Limit.of(number, 1).map(limit -> new OutOfBoundsRange(index, limit.added() + 1, true));
            default -> Optional.empty();
        };
    }

    /** Whether this is the index, as wide as an address. */
    boolean isOf(LLVMValueRef wide) {
        return wide.equals(index) ? LLVMGetIntTypeWidth(LLVMTypeOf(wide)) == Long.SIZE
                : LlvmRefs.isSet(LLVMIsAZExtInst(wide)) && LLVMGetOperand(wide, 0).equals(index);
    }
}
