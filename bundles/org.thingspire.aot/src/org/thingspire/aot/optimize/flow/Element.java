// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.flow;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.Optional;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.LlvmRefs;

/**
 * What is at {@code variable + index + offset}, as LLVM's optimizer leaves addresses behind: {@code variable + a + (index + b) + c}.
 *
 * @param offset in bytes
 */
public record Element(LLVMValueRef index, long offset) {

    /** Empty if the address is something else; also if it is the sum of the variable's and constants, without any index. */
    public static Optional<Element> at(LLVMValueRef address, LLVMValueRef variable) {
        long offset = 0;
        LLVMValueRef index = null;
        LLVMValueRef base = address;
        while (LlvmRefs.isSet(LLVMIsAGetElementPtrInst(base)) && isOfBytes(base)) {
            LLVMValueRef term = LLVMGetOperand(base, 1);
            if (LlvmRefs.isSet(LLVMIsAConstantInt(term))) {
                offset += LLVMConstIntGetSExtValue(term);
            } else if (index == null) {
                index = isSum(term) ? LLVMGetOperand(term, 0) : term;
                offset += isSum(term) ? LLVMConstIntGetSExtValue(LLVMGetOperand(term, 1)) : 0;
            } else {
                return Optional.empty();
            }
            base = LLVMGetOperand(base, 0);
        }
        long start = base.equals(variable) ? 0 : place(base, variable);
        return start < 0 || index == null ? Optional.empty() : Optional.of(new Element(index, start + offset));
    }

    /** Bytes from the variable's address to this one, both constants; -1 if the value is no such address, or the variable's own. */
    public static long place(LLVMValueRef value, LLVMValueRef variable) {
        boolean isSum = LlvmRefs.isSet(value) && LlvmRefs.isSet(LLVMIsAConstantExpr(value))
                && LLVMGetConstOpcode(value) == LLVMGetElementPtr && isOfBytes(value) && LLVMGetOperand(value, 0).equals(variable);
        return isSum ? LLVMConstIntGetZExtValue(LLVMGetOperand(value, 1)) : -1;
    }

    /** Whether a number is the sum of something and a constant. */
    public static boolean isSum(LLVMValueRef number) {
        return LlvmRefs.isSet(LLVMIsAInstruction(number)) && (LLVMGetInstructionOpcode(number) == LLVMAdd
                || LLVMGetInstructionOpcode(number) == LLVMOr && LLVMGetIsDisjoint(number) != 0)
                && LlvmRefs.isSet(LLVMIsAConstantInt(LLVMGetOperand(number, 1)));
    }

    public static boolean isOfBytes(LLVMValueRef elementPointer) {
        LLVMTypeRef element = LLVMGetGEPSourceElementType(elementPointer);
        return LLVMGetNumOperands(elementPointer) == 2 && LLVMGetTypeKind(element) == LLVMIntegerTypeKind
                && LLVMGetIntTypeWidth(element) == Byte.SIZE;
    }
}
