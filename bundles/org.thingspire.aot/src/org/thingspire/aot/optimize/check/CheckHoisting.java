// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.check;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.Insertion;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.optimize.flow.FlowGraph.Block;
import org.thingspire.aot.optimize.flow.FlowGraph.Node;

/**
 * Checks all that is written to one structure before the first write: {@code p[0] = a; p[1] = b; p[2] = c} takes one check instead of
 * three. If it fails, a copy of the code with all its checks runs instead, and leaves behind what it has to until one of these
 * traps; one will, so the copy never leads back.
 */
final class CheckHoisting {

    /** Checks that a copy must spare, and instructions that it may have: it is code that never runs in a module without errors. */
    private static final int MIN_SPARED = 2;
    private static final int MAX_COPIED = 250;

    private final IrModule module;
    private final Map<Block, AccessCheck> checks = new HashMap<>();
    private final Set<AccessCheck> dropped = new HashSet<>();
    private final Set<Block> early = new HashSet<>();

    /** @param all in the function; those not in {@code open} can't fail any more */
    CheckHoisting(IrModule module, List<AccessCheck> all, Map<Block, AccessCheck> open) {
        this.module = module;
        all.forEach(check -> checks.put(check.block(), check));
        dropped.addAll(all);
        open.values().forEach(dropped::remove);
    }

    /** What has to be done about a chain of checks with the same base. */
    private record Plan(List<AccessCheck> path, List<AccessCheck> members, AccessCheck strongest) {
    }

    /** Takes what it makes superfluous, and what it changes, out of {@code open}. */
    void run(Map<Block, AccessCheck> open, CheckElimination elimination) {
        for (AccessCheck first : List.copyOf(open.values())) {
            Optional<Plan> plan = dropped.contains(first) || early.contains(first.block()) ? Optional.empty() : plan(first);
            plan.ifPresent(p -> {
                LLVMBasicBlockRef copy = copy(p);
                elimination.replace(first, p.strongest());
                LLVMSetSuccessor(first.block().terminator().ref, first.trapsIfTrue() ? 0 : 1, copy);
                early.add(first.block());
                p.members().stream().filter(member -> member != first).forEach(elimination::drop);
                dropped.addAll(p.members());
                p.members().forEach(member -> open.remove(member.block()));
            });
        }
    }

    /** Follows the code from a check on for as long as nothing but a failed check leads elsewhere. */
    private Optional<Plan> plan(AccessCheck first) {
        List<AccessCheck> path = new ArrayList<>(List.of(first));
        List<AccessCheck> members = new ArrayList<>(path);
        AccessCheck strongest = first;
        int pathOfMembers = 1;
        int spared = 0;
        int copied = 0;
        boolean hasEffect = false;
        Block block = first.good();
        while (block.predecessors.size() == 1 && checks.containsKey(block) && !early.contains(block) && isCopyable(block)) {
            AccessCheck check = checks.get(block);
            copied += block.instructions.size();
            if (copied > MAX_COPIED || path.contains(check)) {
                break;
            }
            path.add(check);
            hasEffect |= !CheckElimination.isWithoutEffect(block);
            Optional<AccessCheck> both = dropped.contains(check) ? Optional.empty() : AccessCheck.both(strongest, check);
            if (both.isPresent()) {
                strongest = both.get();
                members.add(check);
                pathOfMembers = path.size();
                spared += hasEffect ? 1 : 0;
                hasEffect = false;
            }
            block = check.good();
        }
        return spared < MIN_SPARED ? Optional.empty() : Optional.of(new Plan(path.subList(0, pathOfMembers), members, strongest));
    }

    private static boolean isCopyable(Block block) {
        return block.instructions.stream().allMatch(node -> node.opcode != LLVMAlloca
                && (node.opcode != LLVMCall || LLVMGetIntrinsicID(LLVMGetCalledValue(node.ref)) != 0));
    }

    private LLVMBasicBlockRef copy(Plan plan) {
        LLVMValueRef function = LLVMGetBasicBlockParent(plan.path().getFirst().block().ref);
        Map<Long, LLVMValueRef> copies = new HashMap<>();
        Function<LLVMValueRef, LLVMValueRef> copyOf = value -> copies.getOrDefault(value.address(), value);
        try (Insertion insertion = new Insertion(module.context())) {
            LLVMBasicBlockRef start = null;
            LLVMBasicBlockRef next = insertion.newBlock(function);
            for (AccessCheck check : plan.path()) {
                LLVMBasicBlockRef block = next;
                insertion.moveToEnd(block);
                if (start == null) {
                    start = block;
                } else {
                    copyInstructions(check.block(), insertion, copies, copyOf);
                }
                next = insertion.newBlock(function);
                LLVMValueRef branch = check.block().terminator().ref;
                if (dropped.contains(check)) {
                    insertion.branch(next);
                } else {
                    LLVMBasicBlockRef trap = LLVMGetSuccessor(branch, check.trapsIfTrue() ? 0 : 1);
                    insertion.branch(copyOf.apply(LLVMGetCondition(branch)), check.trapsIfTrue() ? trap : next,
                            check.trapsIfTrue() ? next : trap);
                }
            }
            insertion.moveToEnd(next);
            insertion.unreachable();
            return start;
        }
    }

    private static void copyInstructions(Block block, Insertion insertion, Map<Long, LLVMValueRef> copies,
            Function<LLVMValueRef, LLVMValueRef> copyOf) {
        for (Node node : block.instructions.subList(0, block.instructions.size() - 1)) {
            if (node.opcode == LLVMPHI) {
                copies.put(node.ref.address(), copyOf.apply(LLVMGetIncomingValue(node.ref, 0)));
                continue;
            }
            LLVMValueRef copy = LLVMInstructionClone(node.ref);
            LLVMInsertIntoBuilder(insertion.ref(), copy);
            for (int i = 0; i < LLVMGetNumOperands(copy); i++) {
                LLVMSetOperand(copy, i, copyOf.apply(LLVMGetOperand(copy, i)));
            }
            copies.put(node.ref.address(), copy);
        }
    }
}
