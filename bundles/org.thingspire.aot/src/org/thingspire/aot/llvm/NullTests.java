// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.FlowGraph.Block;
import org.thingspire.aot.llvm.FlowGraph.Node;

/**
 * Makes one comparison of a test for null and the check of the access after it, as in loops over linked lists: a pointer passes
 * both where {@code pointer - 1 < limit}, unsigned. Where that doesn't hold, what it leads to or the trap is found out of line.
 *
 * <p>A check at the head of a loop moves to all ways into it, the end of the last round with its test included. That is exact, since
 * nothing has an effect between a test and the check: each of these ways led to the check, with the same pointer.
 */
final class NullTests {

    private final LlvmContext context;
    private final CheckElimination elimination;
    /** Blocks that don't end as their graph says any more. */
    private final Set<Block> changed = new HashSet<>();
    /** What comes to a block from another one now, by the address of the one that it came from before. */
    private final Map<Block, Map<Long, LLVMBasicBlockRef>> redirected = new LinkedHashMap<>();

    NullTests(IrModule module, CheckElimination elimination) {
        this.context = module.context();
        this.elimination = elimination;
    }

    /** A way into the block of a check, and the pointer that comes that way. If it is a test: where a null pointer goes from there. */
    private record Way(Block from, Node pointer, Optional<Block> whenNull) {
    }

    /** @param checks that can fail; a failed one leads to its trap and nowhere else */
    void run(List<Check> checks) {
        for (Check check : checks) {
            List<Way> ways = ways(check);
            if (ways.stream().anyMatch(way -> way.whenNull().isPresent())) {
                ways.forEach(way -> move(check, way));
                elimination.drop(check);
                changed.add(check.block());
            }
        }
        redirected.forEach(this::renewPhis);
    }

    /** All ways to a check, if it can move there; else none. */
    private List<Way> ways(Check check) {
        Block block = check.block();
        Node pointer = check.offset() == 0 ? check.base() : check.index();
        boolean isCompared = check.offset() == 0 || ValueRanges.isSum(pointer) && (int) pointer.operands[1].constant == check.offset();
        boolean isPhi = pointer.opcode == LLVMPHI && pointer.block == block;
        boolean isLimitKnown = check.limit().isKnownBefore(block) && check.limit().least() > 0;
        if (!isCompared || !isLimitKnown || !CheckElimination.isWithoutEffect(block) || changed.contains(block)
                || block.predecessors.stream().anyMatch(changed::contains) || !isPhi && block.predecessors.size() != 1) {
            return List.of();
        }
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < block.predecessors.size(); i++) {
            Block from = block.predecessors.get(i);
            Node arriving = isPhi ? pointer.operands[i] : pointer;
            Way way = new Way(from, arriving, whenNull(from, arriving, block));
            if (way.whenNull().isEmpty() && (from.terminator().opcode != LLVMBr || from.successors.size() != 1)) {
                return List.of();
            }
            ways.add(way);
        }
        return ways;
    }

    private static Optional<Block> whenNull(Block from, Node pointer, Block otherwise) {
        Node branch = from.terminator();
        if (branch.opcode != LLVMBr || from.successors.size() != 2 || branch.operands[0].opcode != LLVMICmp) {
            return Optional.empty();
        }
        Node comparison = branch.operands[0];
        int predicate = comparison.predicate;
        boolean isTest = (predicate == LLVMIntEQ || predicate == LLVMIntNE) && comparison.operands[0] == pointer
                && comparison.operands[1].isConstant && comparison.operands[1].constant == 0;
        Block whenNull = from.successors.get(predicate == LLVMIntEQ ? 0 : 1);
        Block whenSet = from.successors.get(predicate == LLVMIntEQ ? 1 : 0);
        return isTest && whenSet == otherwise && whenNull != otherwise ? Optional.of(whenNull) : Optional.empty();
    }

    private void move(Check check, Way way) {
        LLVMBasicBlockRef trap = LLVMGetSuccessor(check.block().terminator().ref, check.trapsIfTrue() ? 0 : 1);
        LLVMValueRef pointer = way.pointer().ref;
        LLVMValueRef branch = way.from().terminator().ref;
        LLVMBuilderRef builder = LLVMCreateBuilderInContext(context.ref());
        LLVMPositionBuilderBefore(builder, branch);
        if (way.whenNull().isPresent()) {
            // Its inverse would become a comparison with two large constants.
            LLVMValueRef before = LLVMBuildAdd(builder, pointer, context.constant(-1), new BytePointer(""));
            LLVMValueRef passes = compare(builder, LLVMIntULT, before, check.limit().value(context, builder));
            LLVMBasicBlockRef decision = LLVMAppendBasicBlockInContext(context.ref(), LLVMGetBasicBlockParent(way.from().ref), "");
            LLVMBuildCondBr(builder, passes, check.block().ref, decision);
            LLVMPositionBuilderAtEnd(builder, decision);
            LLVMBuildCondBr(builder, compare(builder, LLVMIntEQ, pointer, context.constant(0)), way.whenNull().get().ref, trap);
            redirected.computeIfAbsent(way.whenNull().get(), block -> new HashMap<>()).put(way.from().ref.address(), decision);
        } else {
            LLVMValueRef limit = check.limit().value(context, builder);
            LLVMBuildCondBr(builder, compare(builder, LLVMIntUGT, pointer, limit), trap, check.block().ref);
        }
        LLVMInstructionEraseFromParent(branch);
        LLVMDisposeBuilder(builder);
        changed.add(way.from());
    }

    private static LLVMValueRef compare(LLVMBuilderRef builder, int predicate, LLVMValueRef pointer, LLVMValueRef number) {
        return LLVMBuildICmp(builder, predicate, pointer, number, new BytePointer(""));
    }

    /** A phi can't exchange a block, so each gets a new one in its place. */
    private void renewPhis(Block block, Map<Long, LLVMBasicBlockRef> now) {
        LLVMBuilderRef builder = LLVMCreateBuilderInContext(context.ref());
        for (Node node : block.instructions) {
            if (node.opcode != LLVMPHI) {
                break;
            }
            LLVMPositionBuilderBefore(builder, node.ref);
            LLVMValueRef fresh = LLVMBuildPhi(builder, LLVMTypeOf(node.ref), new BytePointer(""));
            for (int i = 0; i < LLVMCountIncoming(node.ref); i++) {
                LLVMBasicBlockRef from = LLVMGetIncomingBlock(node.ref, i);
                try (PointerPointer<LLVMValueRef> values = LlvmContext.array(List.of(LLVMGetIncomingValue(node.ref, i)));
                        PointerPointer<LLVMBasicBlockRef> blocks = LlvmContext.array(List.of(now.getOrDefault(from.address(), from)))) {
                    LLVMAddIncoming(fresh, values, blocks, 1);
                }
            }
            LLVMReplaceAllUsesWith(node.ref, fresh);
            LLVMInstructionEraseFromParent(node.ref);
        }
        LLVMDisposeBuilder(builder);
    }
}
