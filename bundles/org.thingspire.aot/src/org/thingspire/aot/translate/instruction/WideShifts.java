// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.instruction;

import static org.bytedeco.llvm.global.LLVM.LLVMIntEQ;
import static org.bytedeco.llvm.global.LLVM.LLVMTypeOf;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.translate.function.FunctionTranslator;

/**
 * Shifts of 64 bits by 0, which leave the value.
 *
 * <p>On 32-bit Arm, LLVM 20.1.7 moves bits from one word to the other by a shift of 32 - count. The processor makes 0 of a word that is
 * shifted by 32. But if nobody before LLVM's code generator saw that the count is 0, that takes such a shift for undefined. So it is told
 * what a shift by 0 is. The optimizer drops the question again, as it sees that the answer is the same; only code of -O0 has it.
 */
public final class WideShifts {

    private static final int POINTER_BYTES = 4;

    private WideShifts() {
    }

    /**
     * @param count   how far is shifted, an integer
     * @param value   of 64 bits, or lanes of them
     * @param shifted the value after that
     */
    public static LLVMValueRef unlessZero(FunctionTranslator function, LLVMValueRef count, LLVMValueRef value, LLVMValueRef shifted) {
        if (function.module().pointerBytes() != POINTER_BYTES) {
            return shifted;
        }
        IrBuilder builder = function.builder();
        LLVMValueRef isZero = builder.compareIntegers(LLVMIntEQ, count, function.context().zero(LLVMTypeOf(count)));
        return builder.select(isZero, value, shifted);
    }
}
