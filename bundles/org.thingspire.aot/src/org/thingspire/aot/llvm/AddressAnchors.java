// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * Gives places in a large variable symbols of their own: {@code memory + 8200} becomes {@code anchor + 8}.
 *
 * <p>Code for Arm never has an offset in a symbol's address, so each access to a static array of a module, which is at an offset
 * in its linear memory, would take the memory's address and build the offset in one more register. Native code has a symbol for
 * each array, and so has this. It runs when everything else is optimized, since the optimizer would undo it.
 */
final class AddressAnchors {

    /** Up to here an offset fits into the instruction that accesses memory: ARM DDI 0403, A7.7.43, LDR (immediate), encoding T3. */
    private static final long SMALL_OFFSET = 4095;

    private final IrModule module;
    private final Map<Long, LLVMValueRef> anchors = new HashMap<>();

    AddressAnchors(IrModule module) {
        this.module = module;
    }

    private interface Visitor {
        void visit(LLVMValueRef user, int operand, long offset);
    }

    /** @param name of the variable; there need not be one */
    void run(String name) {
        LLVMValueRef variable = LLVMGetNamedGlobal(module.ref(), name);
        if (!FlowGraph.isSet(variable)) {
            return;
        }
        for (LLVMValueRef function = LLVMGetFirstFunction(module.ref()); FlowGraph.isSet(function);
                function = LLVMGetNextFunction(function)) {
            rewrite(function, variable, name);
        }
    }

    /** One anchor for all that it reaches, so that a function holds few of them in registers. */
    private void rewrite(LLVMValueRef function, LLVMValueRef variable, String name) {
        TreeSet<Long> offsets = new TreeSet<>();
        forEachOffset(function, variable, (user, operand, offset) -> offsets.add(offset));
        TreeMap<Long, Long> places = new TreeMap<>();
        for (long offset : offsets) {
            boolean isReached = !places.isEmpty() && offset - places.lastEntry().getValue() <= SMALL_OFFSET;
            places.put(offset, isReached ? places.lastEntry().getValue() : offset);
        }
        forEachOffset(function, variable, (user, operand, offset) -> {
            long place = places.get(offset);
            LLVMValueRef anchor = anchors.computeIfAbsent(place, p -> anchor(variable, name, p));
            LLVMSetOperand(user, operand, offset == place ? anchor : plus(anchor, offset - place));
        });
    }

    private void forEachOffset(LLVMValueRef function, LLVMValueRef variable, Visitor visitor) {
        for (LLVMBasicBlockRef block = LLVMGetFirstBasicBlock(function); FlowGraph.isSet(block); block = LLVMGetNextBasicBlock(block)) {
            for (LLVMValueRef user = LLVMGetFirstInstruction(block); FlowGraph.isSet(user); user = LLVMGetNextInstruction(user)) {
                for (int i = 0; i < LLVMGetNumOperands(user); i++) {
                    long offset = offset(LLVMGetOperand(user, i), variable);
                    if (offset > SMALL_OFFSET) {
                        visitor.visit(user, i, offset);
                    }
                }
            }
        }
    }

    /** -1 if the value is not the variable's address plus a constant. */
    private static long offset(LLVMValueRef value, LLVMValueRef variable) {
        boolean isSum = FlowGraph.isSet(value) && FlowGraph.isSet(LLVMIsAConstantExpr(value))
                && LLVMGetConstOpcode(value) == LLVMGetElementPtr && LLVMGetNumOperands(value) == 2
                && LLVMGetOperand(value, 0).equals(variable) && LLVMGetTypeKind(LLVMGetGEPSourceElementType(value)) == LLVMIntegerTypeKind
                && LLVMGetIntTypeWidth(LLVMGetGEPSourceElementType(value)) == Byte.SIZE;
        return isSum ? LLVMConstIntGetZExtValue(LLVMGetOperand(value, 1)) : -1;
    }

    private LLVMValueRef anchor(LLVMValueRef variable, String name, long place) {
        LLVMValueRef anchor = LLVMAddAlias2(module.ref(), module.context().i8, 0, plus(variable, place), name + "." + place);
        LLVMSetLinkage(anchor, LLVMInternalLinkage);
        return anchor;
    }

    private LLVMValueRef plus(LLVMValueRef base, long bytes) {
        try (PointerPointer<LLVMValueRef> indices = LlvmContext.array(List.of(module.context().constant((int) bytes)))) {
            return LLVMConstGEP2(module.context().i8, base, indices, 1);
        }
    }
}
