// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.check;

import static org.bytedeco.llvm.global.LLVM.LLVMLoad;

import java.util.Optional;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.Insertion;
import org.thingspire.aot.optimize.flow.FlowGraph.Block;
import org.thingspire.aot.optimize.flow.FlowGraph.Node;
import org.thingspire.aot.optimize.range.ValueRanges;

/**
 * What an index may be at most, unsigned: {@code size + added}, which is never below 0 nor above 2^32-1.
 *
 * @param size the load of the memory's size if that can grow, else {@code null} for 0
 */
public record Limit(Node size, long added) {

    /** Empty if it can't be told what this number is, or it could be less than {@code less}, which is taken off. */
    public static Optional<Limit> of(Node number, int less) {
        if (number.isConstant) {
            return number.constant < less ? Optional.empty() : Optional.of(new Limit(null, number.constant - less));
        }
        boolean isSum = ValueRanges.isSum(number);
        Node size = isSum ? number.operands[0] : number;
        Limit limit = new Limit(size, (isSum ? (int) number.operands[1].constant : 0) - less);
        return size.opcode == LLVMLoad && !size.loaded.isAll() && limit.added <= 0 && limit.least() >= 0 ? Optional.of(limit)
                : Optional.empty();
    }

    /** As long as memory has not grown. */
    long least() {
        return added + (size == null ? 0 : size.loaded.low());
    }

    /** When memory has grown as far as it can. */
    long most() {
        return added + (size == null ? 0 : size.loaded.high());
    }

    Limit plus(long more) {
        return new Limit(size, added + more);
    }

    /** Whether it can be compared with in each block that leads to one that does so. */
    boolean isKnownBefore(Block block) {
        return size == null || size.block != block;
    }

    /** What an index is compared with, where the insertion is. */
    LLVMValueRef value(Insertion insertion) {
        LLVMValueRef constant = insertion.context().constant(insertion.context().i32, added);
        return size == null ? constant : added == 0 ? size.ref : insertion.add(size.ref, constant);
    }
}
