// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.access;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.HashSet;
import java.util.Set;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.LlvmRefs;
import org.thingspire.aot.optimize.flow.Element;

/**
 * Whether an address is near a memory even where a check has failed by which LLVM knows its index to be small. LLVM then computes with 64
 * bits what the module does with 32, and leaves out that it would wrap around: {@code memory + zext(a) + b} for {@code memory + zext(a + b)}.
 *
 * <p>Terms that are certain are zero extensions, from at most 32 bits; masked values; and phis, since what comes out of one was computed
 * before the check. All of them stand for a number of 32 bits, signed or unsigned. So two of them and an offset are at least -2^32 and
 * less than 3 * 2^32, of which the runtime knows that only this memory is there.
 *
 * @see org.thingspire.aot.api.GuardedMemories
 */
final class Reach {

    private static final int MAX_TERMS = 2;
    private static final long LARGE = 1L << Integer.SIZE;

    private final LLVMValueRef memory;
    private long offset;
    private int terms;

    private Reach(LLVMValueRef memory) {
        this.memory = memory;
    }

    /** Also if the address is a constant. */
    static boolean isLimited(LLVMValueRef address, LLVMValueRef memory) {
        return LLVMIsConstant(address) != 0 || new Reach(memory).addAddress(address);
    }

    private boolean addAddress(LLVMValueRef address) {
        LLVMValueRef base = address;
        while (LlvmRefs.isSet(LLVMIsAGetElementPtrInst(base)) && Element.isOfBytes(base)) {
            if (!addTerm(LLVMGetOperand(base, 1))) {
                return false;
            }
            base = LLVMGetOperand(base, 0);
        }
        long place = base.equals(memory) ? 0 : Element.place(base, memory);
        return place >= 0 && place + offset >= 0 && place + offset < LARGE - Long.BYTES * 2 && terms <= MAX_TERMS;
    }

    private boolean addTerm(LLVMValueRef term) {
        if (LlvmRefs.isSet(LLVMIsAConstantInt(term))) {
            offset += LLVMConstIntGetSExtValue(term);
            return true;
        }
        if (!LlvmRefs.isSet(LLVMIsAInstruction(term))) {
            return false;
        }
        if (LLVMGetInstructionOpcode(term) == LLVMAdd) {
            return addTerm(LLVMGetOperand(term, 0)) && addTerm(LLVMGetOperand(term, 1));
        }
        terms++;
        return switch (LLVMGetInstructionOpcode(term)) {
            case LLVMPHI -> true;
            case LLVMZExt -> LLVMGetIntTypeWidth(LLVMTypeOf(LLVMGetOperand(term, 0))) <= Integer.SIZE;
            case LLVMAnd -> LlvmRefs.isSet(LLVMIsAConstantInt(LLVMGetOperand(term, 1)))
                    && Long.compareUnsigned(LLVMConstIntGetZExtValue(LLVMGetOperand(term, 1)), LARGE) < 0;
            default -> false;
        };
    }

    /** Keeps LLVM from leaving out more: of an address and what it is computed from by arithmetic. */
    static void forgetPromises(LLVMValueRef address) {
        forgetPromises(address, new HashSet<>());
    }

    private static void forgetPromises(LLVMValueRef value, Set<Long> seen) {
        if (LlvmRefs.isSet(LLVMIsAInstruction(value)) && seen.add(value.address()) && forgetPromise(value)) {
            for (int i = 0; i < LLVMGetNumOperands(value); i++) {
                forgetPromises(LLVMGetOperand(value, i), seen);
            }
        }
    }

    /** @return whether the instruction is one that can have any */
    static boolean forgetPromise(LLVMValueRef instruction) {
        switch (LLVMGetInstructionOpcode(instruction)) {
            case LLVMZExt -> LLVMSetNNeg(instruction, 0);
            case LLVMAdd, LLVMSub, LLVMMul, LLVMShl, LLVMTrunc -> {
                LLVMSetNUW(instruction, 0);
                LLVMSetNSW(instruction, 0);
            }
            case LLVMGetElementPtr -> LLVMGEPSetNoWrapFlags(instruction, 0);
            default -> {
                return false;
            }
        }
        return true;
    }
}
