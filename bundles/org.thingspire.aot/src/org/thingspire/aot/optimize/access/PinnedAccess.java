// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.access;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMUseRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.Insertion;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.llvm.LlvmRefs;

/**
 * Keeps an access that stands for a check: from here on no pass may leave it out, move it, repeat it, do it on a condition, or do it in
 * parts.
 *
 * <p>A volatile access is promised all that, and whatever moves instructions keeps the promise: machine LICM, sinking, if-conversion, the
 * scheduler, CSE, the spiller. What looks at the value of an access does not always, in LLVM 20 for x86-64:
 * <ul>
 * <li>A load for a {@code cmov} becomes its operand, and then a branch goes around both (X86CmovConversion).
 * <li>A vector of which half is needed is loaded by half ({@code pmovsxbw} with a memory operand).
 * <li>A vector of which some lanes are needed is loaded with a mask, and lanes that are masked don't fault (AVX-512).
 * <li>A vector that is loaded and stored is copied piece by piece, of which only the last may fault (X86AvoidStoreForwardingBlocks).
 * </ul>
 * So a {@link ValueBarrier} keeps them from looking at it. What is left for LLVM to select and to keep is a plain move. That will do for passes, too,
 * that are not yet written. The kernels of {@code thingspire bench} take 0.8% more instructions with it, as x86-64 could do some
 * operations on memory.
 */
final class PinnedAccess {

    private PinnedAccess() {
    }

    /** Whether one instruction does it, and so all of it or nothing. */
    static boolean isPossible(LLVMTypeRef type) {
        int most = LLVMGetTypeKind(type) == LLVMVectorTypeKind ? ValueBarrier.VECTOR : Long.SIZE;
        int bits = ValueBarrier.bits(type);
        return bits >= Byte.SIZE && bits <= most && Integer.bitCount(bits) == 1;
    }

    /** @param access a load or store whose type {@link #isPossible} */
    static void pin(LlvmContext context, LLVMValueRef access) {
        LLVMSetVolatile(access, 1);
        ValueBarrier barrier = new ValueBarrier(context, false);
        try (Insertion insertion = Insertion.before(context, access)) {
            if (LLVMGetInstructionOpcode(access) == LLVMLoad) {
                hideLoaded(insertion, barrier, extended(access));
            } else if (LLVMGetTypeKind(LLVMTypeOf(LLVMGetOperand(access, 0))) == LLVMVectorTypeKind) {
                LLVMSetOperand(access, 0, barrier.pass(insertion, LLVMGetOperand(access, 0)));
            }
        }
    }

    private static void hideLoaded(Insertion insertion, ValueBarrier barrier, LLVMValueRef value) {
        List<LLVMUseRef> uses = LlvmRefs.uses(value);
        if (!uses.isEmpty()) {
            insertion.moveBefore(LLVMGetNextInstruction(value));
            LLVMValueRef hidden = barrier.pass(insertion, value);
            uses.forEach(use -> replace(use, value, hidden));
        }
    }

    private static void replace(LLVMUseRef use, LLVMValueRef value, LLVMValueRef other) {
        LLVMValueRef user = LLVMGetUser(use);
        for (int i = 0; i < LLVMGetNumOperands(user); i++) {
            if (LLVMGetOperand(user, i).equals(value)) {
                LLVMSetOperand(user, i, other);
            }
        }
    }

    /** The loaded value; or what a narrow one is made at once if that is all that is done with it, since an instruction loads it so. */
    private static LLVMValueRef extended(LLVMValueRef load) {
        LLVMUseRef use = LLVMGetFirstUse(load);
        if (!LlvmRefs.isSet(use) || LlvmRefs.isSet(LLVMGetNextUse(use)) || LLVMGetTypeKind(LLVMTypeOf(load)) != LLVMIntegerTypeKind) {
            return load;
        }
        LLVMValueRef user = LLVMGetUser(use);
        boolean isExtended = LlvmRefs.isSet(LLVMIsAZExtInst(user)) || LlvmRefs.isSet(LLVMIsASExtInst(user));
        return isExtended && LLVMGetInstructionParent(user).equals(LLVMGetInstructionParent(load)) ? user : load;
    }
}
