// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.check;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.Insertion;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.optimize.flow.FlowGraph.Block;
import org.thingspire.aot.optimize.flow.FlowGraph.Node;
import org.thingspire.aot.optimize.range.ValueRanges;

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
    void run(List<AccessCheck> checks) {
        for (AccessCheck check : checks) {
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
    private List<Way> ways(AccessCheck check) {
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

    private void move(AccessCheck check, Way way) {
        LLVMBasicBlockRef trap = LLVMGetSuccessor(check.block().terminator().ref, check.trapsIfTrue() ? 0 : 1);
        LLVMValueRef pointer = way.pointer().ref;
        LLVMValueRef branch = way.from().terminator().ref;
        try (Insertion insertion = Insertion.before(context, branch)) {
            if (way.whenNull().isPresent()) {
                // Its inverse would become a comparison with two large constants.
                LLVMValueRef before = insertion.add(pointer, context.constant(-1));
                LLVMValueRef passes = insertion.compare(LLVMIntULT, before, check.limit().value(insertion));
                LLVMBasicBlockRef decision = insertion.newBlock(LLVMGetBasicBlockParent(way.from().ref));
                insertion.branch(passes, check.block().ref, decision);
                insertion.moveToEnd(decision);
                insertion.branch(insertion.compare(LLVMIntEQ, pointer, context.constant(0)), way.whenNull().get().ref, trap);
                redirected.computeIfAbsent(way.whenNull().get(), block -> new HashMap<>()).put(way.from().ref.address(), decision);
            } else {
                LLVMValueRef limit = check.limit().value(insertion);
                insertion.branch(insertion.compare(LLVMIntUGT, pointer, limit), trap, check.block().ref);
            }
        }
        LLVMInstructionEraseFromParent(branch);
        changed.add(way.from());
    }

    /** A phi can't exchange a block, so each gets a new one in its place. */
    private void renewPhis(Block block, Map<Long, LLVMBasicBlockRef> now) {
        block.instructions.stream().takeWhile(node -> node.opcode == LLVMPHI).forEach(phi -> renew(phi.ref, now));
    }

    private void renew(LLVMValueRef phi, Map<Long, LLVMBasicBlockRef> now) {
        try (Insertion insertion = Insertion.before(context, phi)) {
            LLVMValueRef fresh = insertion.phi(LLVMTypeOf(phi));
            for (int i = 0; i < LLVMCountIncoming(phi); i++) {
                LLVMBasicBlockRef from = LLVMGetIncomingBlock(phi, i);
                Insertion.addIncoming(fresh, LLVMGetIncomingValue(phi, i), now.getOrDefault(from.address(), from));
            }
            LLVMReplaceAllUsesWith(phi, fresh);
        }
        LLVMInstructionEraseFromParent(phi);
    }
}
