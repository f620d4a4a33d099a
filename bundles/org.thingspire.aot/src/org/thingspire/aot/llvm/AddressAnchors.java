// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * Gives places in a large variable symbols of their own: {@code memory + 8200} becomes {@code anchor + 8}.
 *
 * <p>Code for Arm never has an offset in a symbol's address, so each access to a static array of a module, which is at an offset
 * in its linear memory, would take the memory's address and build the offset in one more register. Native code has a symbol for
 * each array, and so has this. It runs when everything else is optimized, since the optimizer would undo it. An index goes on top,
 * whatever part of it the constant was: {@code memory + (index + 8200)} becomes {@code anchor + index + 8}, on a target whose
 * addresses wrap around as the index does.
 */
final class AddressAnchors {

    /** Up to here an offset fits into the instruction that accesses memory: ARM DDI 0403, A7.7.43, LDR (immediate), encoding T3. */
    private static final long SMALL_OFFSET = 4095;

    private final IrModule module;
    private final Map<Long, LLVMValueRef> anchors = new HashMap<>();

    AddressAnchors(IrModule module) {
        this.module = module;
    }

    /** An operand that is the variable's address plus {@code offset}, plus {@code index} unless that is {@code null}. */
    private record Use(LLVMValueRef user, int operand, LLVMValueRef index, long offset) {
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
        long size = LLVMGetArrayLength2(LLVMGlobalGetValueType(variable));
        List<Use> uses = uses(function, variable).stream().filter(use -> use.offset() < size).toList();
        TreeMap<Long, Long> places = new TreeMap<>();
        for (long offset : new TreeSet<>(uses.stream().map(Use::offset).toList())) {
            boolean isReached = !places.isEmpty() && offset - places.lastEntry().getValue() <= SMALL_OFFSET;
            places.put(offset, isReached ? places.lastEntry().getValue() : offset);
        }
        for (Use use : uses) {
            long place = places.get(use.offset());
            LLVMValueRef anchor = anchors.computeIfAbsent(place, p -> anchor(variable, name, p));
            LLVMValueRef address = use.index() == null ? plus(anchor, use.offset() - place)
                    : plus(use.user(), anchor, use.index(), use.offset() - place);
            LLVMSetOperand(use.user(), use.operand(), address);
        }
    }

    private List<Use> uses(LLVMValueRef function, LLVMValueRef variable) {
        List<Use> uses = new ArrayList<>();
        for (LLVMBasicBlockRef block = LLVMGetFirstBasicBlock(function); FlowGraph.isSet(block); block = LLVMGetNextBasicBlock(block)) {
            for (LLVMValueRef user = LLVMGetFirstInstruction(block); FlowGraph.isSet(user); user = LLVMGetNextInstruction(user)) {
                for (int i = 0; i < LLVMGetNumOperands(user); i++) {
                    LLVMValueRef operand = LLVMGetOperand(user, i);
                    long offset = offset(operand, variable);
                    Use indexed = offset < 0 && isAccess(user, i) ? indexed(user, i, operand, variable) : null;
                    if (offset > SMALL_OFFSET) {
                        uses.add(new Use(user, i, null, offset));
                    } else if (indexed != null && indexed.offset() > SMALL_OFFSET) {
                        uses.add(indexed);
                    }
                }
            }
        }
        return uses;
    }

    private static boolean isAccess(LLVMValueRef user, int operand) {
        int opcode = LLVMGetInstructionOpcode(user);
        return opcode == LLVMLoad || opcode == LLVMStore && operand == 1;
    }

    /** Sums up {@code variable + a + (index + b) + c}; {@code null} if it is something else. */
    private static Use indexed(LLVMValueRef user, int operand, LLVMValueRef address, LLVMValueRef variable) {
        long offset = 0;
        LLVMValueRef index = null;
        LLVMValueRef base = address;
        while (FlowGraph.isSet(LLVMIsAGetElementPtrInst(base)) && isOfBytes(base)) {
            LLVMValueRef term = LLVMGetOperand(base, 1);
            if (FlowGraph.isSet(LLVMIsAConstantInt(term))) {
                offset += LLVMConstIntGetSExtValue(term);
            } else if (index == null) {
                boolean isSum = FlowGraph.isSet(LLVMIsAInstruction(term)) && (LLVMGetInstructionOpcode(term) == LLVMAdd
                        || LLVMGetInstructionOpcode(term) == LLVMOr && LLVMGetIsDisjoint(term) != 0)
                        && FlowGraph.isSet(LLVMIsAConstantInt(LLVMGetOperand(term, 1)));
                index = isSum ? LLVMGetOperand(term, 0) : term;
                offset += isSum ? LLVMConstIntGetSExtValue(LLVMGetOperand(term, 1)) : 0;
            } else {
                return null;
            }
            base = LLVMGetOperand(base, 0);
        }
        long start = base.equals(variable) ? 0 : offset(base, variable);
        return start < 0 || index == null ? null : new Use(user, operand, index, start + offset);
    }

    /** -1 if the value is not the variable's address plus a constant. */
    private static long offset(LLVMValueRef value, LLVMValueRef variable) {
        boolean isSum = FlowGraph.isSet(value) && FlowGraph.isSet(LLVMIsAConstantExpr(value))
                && LLVMGetConstOpcode(value) == LLVMGetElementPtr && isOfBytes(value) && LLVMGetOperand(value, 0).equals(variable);
        return isSum ? LLVMConstIntGetZExtValue(LLVMGetOperand(value, 1)) : -1;
    }

    private static boolean isOfBytes(LLVMValueRef elementPointer) {
        LLVMTypeRef element = LLVMGetGEPSourceElementType(elementPointer);
        return LLVMGetNumOperands(elementPointer) == 2 && LLVMGetTypeKind(element) == LLVMIntegerTypeKind
                && LLVMGetIntTypeWidth(element) == Byte.SIZE;
    }

    /** Computed in front of the user; what others compute, too, is left to LLVM to find. */
    private LLVMValueRef plus(LLVMValueRef user, LLVMValueRef anchor, LLVMValueRef index, long bytes) {
        LLVMBuilderRef builder = LLVMCreateBuilderInContext(module.context().ref());
        LLVMPositionBuilderBefore(builder, user);
        LLVMValueRef element = plus(builder, anchor, index);
        LLVMValueRef address = bytes == 0 ? element : plus(builder, element, module.context().constant((int) bytes));
        LLVMDisposeBuilder(builder);
        return address;
    }

    private LLVMValueRef plus(LLVMBuilderRef builder, LLVMValueRef base, LLVMValueRef bytes) {
        try (PointerPointer<LLVMValueRef> indices = LlvmContext.array(List.of(bytes))) {
            return LLVMBuildGEP2(builder, module.context().i8, base, indices, 1, "");
        }
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
