// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.access;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.Insertion;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmRefs;
import org.thingspire.aot.optimize.check.TrapBranches;
import org.thingspire.aot.optimize.flow.Element;
import org.thingspire.aot.optimize.flow.FlowGraph;
import org.thingspire.aot.optimize.flow.FlowGraph.Block;
import org.thingspire.aot.optimize.flow.FlowGraph.Node;

/**
 * Takes away checks of a memory past whose end nothing can be accessed, as far as any access can reach: where a check is followed by an
 * access that faults whenever the check would fail, and nothing has an effect before it, the fault is the trap.
 *
 * <p><b>What has to hold in the machine code.</b> An access that stands for a check is done exactly there, as a whole, whatever becomes of its
 * value: see {@link PinnedAccess}. No effect that comes before it in the module comes after it, or the other way round. And whatever else
 * may fault because the check is gone is done neither before an earlier effect nor far from the memory: see {@link Reach}. LLVM takes loads
 * for something that can be left out or done earlier, so this comes when all optimization is done; what must stay in its order from there on
 * becomes volatile.
 *
 * @see org.thingspire.aot.api.GuardedMemories
 */
public final class FaultingAccesses {

    private final IrModule module;
    private final TrapBranches checks;
    private final LLVMTargetDataRef layout;
    private final LLVMValueRef memory;
    private final long size;

    /**
     * @param checks recognizes checks
     * @param memory the variable
     * @param size   how many bytes it has for good; {@link Long#MAX_VALUE} if it can grow, where only a load tells
     */
    public FaultingAccesses(IrModule module, TrapBranches checks, LLVMTargetDataRef layout, LLVMValueRef memory, long size) {
        this.module = module;
        this.checks = checks;
        this.layout = layout;
        this.memory = memory;
        this.size = size;
    }

    public void run() {
        module.optimizable().stream().filter(function -> LLVMCountBasicBlocks(function) > 1)
                .forEach(function -> run(new FlowGraph(function, module.context().i32)));
    }

    /** From the last to the first, because what is after a check that is gone may be what another one waits for. */
    private void run(FlowGraph graph) {
        List<Block> tests = graph.order().stream().filter(checks::mayTrap).toList();
        Set<Block> dropped = new HashSet<>();
        Set<Node> standing = new LinkedHashSet<>();
        for (Block test : tests.reversed()) {
            Optional<OutOfBoundsRange> failing = OutOfBoundsRange.of(test, checks.trapsIfTrue(test));
            Optional<Node> access = failing.flatMap(indices -> access(test, indices, dropped));
            if (access.isPresent()) {
                checks.drop(test);
                dropped.add(test);
                standing.add(access.get());
            }
        }
        if (!dropped.isEmpty()) {
            graph.order().stream().flatMap(block -> block.instructions.stream()).forEach(this::keepInOrder);
            standing.forEach(access -> PinnedAccess.pin(module.context(), access.ref));
        }
    }

    /** An access that faults if the check fails, with nothing before it but sums, and loads that can only fault as it would. */
    private Optional<Node> access(Block test, OutOfBoundsRange failing, Set<Block> dropped) {
        List<Node> before = new ArrayList<>();
        Block block = checks.good(test);
        while (block.predecessors.size() == 1) {
            for (Node node : block.instructions) {
                before.add(node);
                if (isAccess(node) && faults(node, failing)) {
                    before.forEach(FaultingAccesses::forgetPromises);
                    return Optional.of(node);
                }
                if (mayHaveEffect(node) || node.opcode == LLVMLoad && !Reach.isLimited(address(node), memory)) {
                    return Optional.empty();
                }
            }
            if (block.successors.size() != 1 && !dropped.contains(block)) {
                return Optional.empty();
            }
            block = dropped.contains(block) ? checks.good(block) : block.successors.getFirst();
        }
        return Optional.empty();
    }

    private static boolean isAccess(Node node) {
        return node.opcode == LLVMLoad || node.opcode == LLVMStore;
    }

    /** A division may trap, but with another kind: who comes first matters. */
    private static boolean mayHaveEffect(Node node) {
        return switch (node.opcode) {
            case LLVMStore, LLVMInvoke, LLVMAtomicRMW, LLVMAtomicCmpXchg, LLVMFence -> true;
            case LLVMCall -> !LlvmRefs.isSet(LLVMIsAIntrinsicInst(node.ref)) || LLVMGetTypeKind(LLVMTypeOf(node.ref)) == LLVMVoidTypeKind;
            default -> isDivision(node);
        };
    }

    private static LLVMValueRef address(Node access) {
        return LLVMGetOperand(access.ref, access.opcode == LLVMLoad ? 0 : 1);
    }

    /** Whether it reaches past the memory for each index that the check lets not pass. */
    private boolean faults(Node access, OutOfBoundsRange failing) {
        LLVMTypeRef type = LLVMTypeOf(access.opcode == LLVMLoad ? access.ref : LLVMGetOperand(access.ref, 0));
        LLVMValueRef address = address(access);
        long bytes = LLVMStoreSizeOfType(layout, type);
        Optional<Element> element = Element.at(address, memory);
        return element.isPresent() && PinnedAccess.isPossible(type) && isSum(address) && failing.isOf(element.get().index())
                && failing.least() + element.get().offset() + bytes > (failing.isAboveSize() ? 0 : size);
    }

    /** An {@code or} in place of an addition may be one only because of the check. */
    private static boolean isSum(LLVMValueRef address) {
        LLVMValueRef base = address;
        while (LlvmRefs.isSet(LLVMIsAGetElementPtrInst(base))) {
            LLVMValueRef term = LLVMGetOperand(base, 1);
            if (LlvmRefs.isSet(LLVMIsAInstruction(term)) && LLVMGetInstructionOpcode(term) == LLVMOr) {
                return false;
            }
            base = LLVMGetOperand(base, 0);
        }
        return true;
    }

    /**
     * What LLVM concluded from the check holds no more where the check has failed, and until the access has faulted. It may stand at what was
     * computed in front of the check, too, if nobody needed that there.
     */
    private static void forgetPromises(Node node) {
        Reach.forgetPromise(node.ref);
        if (isAccess(node)) {
            Reach.forgetPromises(address(node));
        }
    }

    /**
     * Else the code generator would let a store go before an access that faults, a load that may fault before a store, or a division before
     * the access without which its divisor may be 0.
     */
    private void keepInOrder(Node node) {
        if (node.opcode == LLVMStore || node.opcode == LLVMLoad && isIndexed(address(node))) {
            LLVMSetVolatile(node.ref, 1);
        } else if (node.opcode == LLVMCall && isBulkWrite(node.ref)) {
            LLVMSetOperand(node.ref, 3, module.context().constant(module.context().i1, 1));
        } else if (isDivision(node) && LLVMIsConstant(LLVMGetOperand(node.ref, 1)) == 0) {
            try (Insertion insertion = Insertion.before(module.context(), node.ref)) {
                LLVMSetOperand(node.ref, 1, new ValueBarrier(module.context(), true).pass(insertion, LLVMGetOperand(node.ref, 1)));
            }
        }
    }

    private static boolean isDivision(Node node) {
        return switch (node.opcode) {
            case LLVMUDiv, LLVMSDiv, LLVMURem, LLVMSRem -> true;
            default -> false;
        };
    }

    /** Whether it is in the memory at an index, or may be. */
    private boolean isIndexed(LLVMValueRef address) {
        LLVMValueRef base = address;
        while (LlvmRefs.isSet(LLVMIsAGetElementPtrInst(base))) {
            base = LLVMGetOperand(base, 0);
        }
        return LlvmRefs.isSet(LLVMIsAInstruction(base)) ? !LlvmRefs.isSet(LLVMIsAAllocaInst(base))
                : !base.equals(address) && (base.equals(memory) || Element.place(base, memory) >= 0);
    }

    private static boolean isBulkWrite(LLVMValueRef call) {
        LLVMValueRef callee = LLVMGetCalledValue(call);
        if (!LlvmRefs.isSet(LLVMIsAFunction(callee)) || LLVMGetIntrinsicID(callee) == 0) {
            return false;
        }
        try (SizeTPointer length = new SizeTPointer(1)) {
            String name = LLVMIntrinsicGetName(LLVMGetIntrinsicID(callee), length).limit(length.get()).getString();
            return name.startsWith("llvm.memcpy") || name.startsWith("llvm.memmove") || name.startsWith("llvm.memset");
        }
    }
}
