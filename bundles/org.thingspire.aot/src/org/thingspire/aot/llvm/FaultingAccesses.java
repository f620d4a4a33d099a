// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bytedeco.javacpp.SizeTPointer;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.FlowGraph.Block;
import org.thingspire.aot.llvm.FlowGraph.Node;

/**
 * Takes away checks of a memory behind whose end nothing can be accessed, as far as any access can reach: where a check is followed by an
 * access that faults whenever the check would fail, and nothing has an effect before it, the fault is the trap. Comes when all optimization
 * is done, since LLVM takes loads for something that can be left out or done earlier; what must stay where it is becomes volatile.
 *
 * @see org.thingspire.aot.GuardedMemories
 */
final class FaultingAccesses {

    private final IrModule module;
    private final CheckElimination checks;
    private final LLVMTargetDataRef layout;
    private final LLVMValueRef memory;
    private final long size;

    /**
     * @param checks knows a check when it sees one
     * @param memory the variable
     * @param size   how many bytes it has for good; {@link Long#MAX_VALUE} if it can grow, where only a load tells
     */
    FaultingAccesses(IrModule module, CheckElimination checks, LLVMTargetDataRef layout, LLVMValueRef memory, long size) {
        this.module = module;
        this.checks = checks;
        this.layout = layout;
        this.memory = memory;
        this.size = size;
    }

    void run() {
        for (LLVMValueRef function = LLVMGetFirstFunction(module.ref()); FlowGraph.isSet(function);
                function = LLVMGetNextFunction(function)) {
            if (LLVMCountBasicBlocks(function) > 1) {
                run(new FlowGraph(function, module.context().i32));
            }
        }
    }

    /** From the last to the first, because what is behind a check that is gone may be what another one waits for. */
    private void run(FlowGraph graph) {
        List<Block> tests = graph.order().stream().filter(checks::mayTrap).toList();
        Set<Block> dropped = new HashSet<>();
        for (Block test : tests.reversed()) {
            Optional<FailingIndices> failing = FailingIndices.of(test, checks.trapsIfTrue(test));
            if (failing.isPresent() && replace(test, failing.get(), dropped)) {
                checks.drop(test);
                dropped.add(test);
            }
        }
        if (!dropped.isEmpty()) {
            graph.order().stream().flatMap(block -> block.instructions.stream()).forEach(this::keepInOrder);
        }
    }

    /** Whether there is an access that faults if the check fails, with nothing but loads and sums before it. It is kept then. */
    private boolean replace(Block test, FailingIndices failing, Set<Block> dropped) {
        List<Node> before = new ArrayList<>();
        Block block = checks.good(test);
        while (block.predecessors.size() == 1) {
            for (Node node : block.instructions) {
                before.add(node);
                if (isAccess(node) && faults(node, failing)) {
                    LLVMSetVolatile(node.ref, 1);
                    before.forEach(FaultingAccesses::forgetPromises);
                    return true;
                }
                if (mayHaveEffect(node)) {
                    return false;
                }
            }
            if (block.successors.size() != 1 && !dropped.contains(block)) {
                return false;
            }
            block = dropped.contains(block) ? checks.good(block) : block.successors.getFirst();
        }
        return false;
    }

    private static boolean isAccess(Node node) {
        return node.opcode == LLVMLoad || node.opcode == LLVMStore;
    }

    /** A division may trap, but with another kind: who comes first matters. */
    private static boolean mayHaveEffect(Node node) {
        return switch (node.opcode) {
            case LLVMStore, LLVMInvoke, LLVMAtomicRMW, LLVMAtomicCmpXchg, LLVMFence, LLVMUDiv, LLVMSDiv, LLVMURem, LLVMSRem -> true;
            case LLVMCall -> !FlowGraph.isSet(LLVMIsAIntrinsicInst(node.ref)) || LLVMGetTypeKind(LLVMTypeOf(node.ref)) == LLVMVoidTypeKind;
            default -> false;
        };
    }

    /** Whether it reaches behind the memory for each index that the check lets not pass. */
    private boolean faults(Node access, FailingIndices failing) {
        boolean isLoad = access.opcode == LLVMLoad;
        long bytes = LLVMStoreSizeOfType(layout, LLVMTypeOf(isLoad ? access.ref : LLVMGetOperand(access.ref, 0)));
        LLVMValueRef address = LLVMGetOperand(access.ref, isLoad ? 0 : 1);
        Optional<Element> element = Element.at(address, memory);
        return element.isPresent() && isSum(address) && failing.isOf(element.get().index())
                && failing.least() + element.get().offset() + bytes > (failing.isAboveSize() ? 0 : size);
    }

    /** An {@code or} in place of an addition may be one only because of the check. */
    private static boolean isSum(LLVMValueRef address) {
        LLVMValueRef base = address;
        while (FlowGraph.isSet(LLVMIsAGetElementPtrInst(base))) {
            LLVMValueRef term = LLVMGetOperand(base, 1);
            if (FlowGraph.isSet(LLVMIsAInstruction(term)) && LLVMGetInstructionOpcode(term) == LLVMOr) {
                return false;
            }
            base = LLVMGetOperand(base, 0);
        }
        return true;
    }

    /** What LLVM concluded from the check holds no more where the check has failed, and until the access has faulted. */
    private static void forgetPromises(Node node) {
        switch (node.opcode) {
            case LLVMZExt -> LLVMSetNNeg(node.ref, 0);
            case LLVMAdd, LLVMSub, LLVMMul, LLVMShl, LLVMTrunc -> {
                LLVMSetNUW(node.ref, 0);
                LLVMSetNSW(node.ref, 0);
            }
            case LLVMGetElementPtr -> LLVMGEPSetNoWrapFlags(node.ref, 0);
            default -> { }
        }
    }

    /** Else the code generator would let a store go before an access that faults. */
    private void keepInOrder(Node node) {
        if (node.opcode == LLVMStore) {
            LLVMSetVolatile(node.ref, 1);
        } else if (node.opcode == LLVMCall && isBulkWrite(node.ref)) {
            LLVMSetOperand(node.ref, 3, module.context().constant(module.context().i1, 1));
        }
    }

    private static boolean isBulkWrite(LLVMValueRef call) {
        LLVMValueRef callee = LLVMGetCalledValue(call);
        if (!FlowGraph.isSet(LLVMIsAFunction(callee)) || LLVMGetIntrinsicID(callee) == 0) {
            return false;
        }
        try (SizeTPointer length = new SizeTPointer(1)) {
            String name = LLVMIntrinsicGetName(LLVMGetIntrinsicID(callee), length).limit(length.get()).getString();
            return name.startsWith("llvm.memcpy") || name.startsWith("llvm.memmove") || name.startsWith("llvm.memset");
        }
    }
}
