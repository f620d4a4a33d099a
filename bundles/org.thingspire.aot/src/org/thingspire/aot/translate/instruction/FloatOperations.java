// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.instruction;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;

/**
 * Arithmetic on floating-point numbers, or on vectors of them, in which NaNs are exactly as Wasm wants them (specification 4.3.3).
 *
 * <p>LLVM's operations may pretend that there are no signaling NaNs and drop {@code x * 1} or {@code x - 0}, but Wasm wants a quiet NaN
 * from these (4.3.3.2). So what they give is made quiet once more ({@link IrBuilder#quiet}), which costs nothing where an operation is
 * left in the end. Operations on the sign bit, on the other hand, must not touch a NaN, and LLVM's don't.
 *
 * @param type     of the numbers
 * @param bits     the integer type of the same size and, for a vector, as many lanes
 * @param quietBit the bit that makes a NaN quiet, as {@code bits}
 * @param nan      the canonical NaN, as {@code type}
 */
public record FloatOperations(IrBuilder builder, LLVMTypeRef type, LLVMTypeRef bits, LLVMValueRef quietBit, LLVMValueRef nan) {

    public static final int QUIET_F32 = 1 << 22;
    public static final long QUIET_F64 = 1L << 51;
    public static final int NAN_F32 = 0x7fc00000;
    public static final long NAN_F64 = 0x7ff8L << 48;

    /** {@link #minimum} or another operation with two operands. */
    @FunctionalInterface
    public interface Binary {

        LLVMValueRef apply(FloatOperations floats, LLVMValueRef left, LLVMValueRef right);
    }

    /** @param operation {@code LLVMFAdd}, {@code LLVMFSub}, {@code LLVMFMul} or {@code LLVMFDiv} */
    public LLVMValueRef arithmetic(int operation, LLVMValueRef left, LLVMValueRef right) {
        return builder.quiet(builder.binary(operation, left, right));
    }

    /** @param operation {@code LLVMFPExt}, which is exact but makes a signaling NaN quiet, or {@code LLVMFPTrunc} */
    public static LLVMValueRef convert(IrBuilder builder, int operation, LLVMTypeRef to, LLVMValueRef value) {
        return builder.quiet(builder.cast(operation, value, to));
    }

    /** @param intrinsic with one operand */
    public LLVMValueRef unary(String intrinsic, LLVMValueRef value) {
        return builder.intrinsic(intrinsic, List.of(type), List.of(value));
    }

    /** As trunc() of the C library, but that of newlib leaves a signaling NaN as it is. */
    public LLVMValueRef truncate(LLVMValueRef value) {
        LLVMValueRef quiet = builder.binary(LLVMOr, builder.cast(LLVMBitCast, value, bits), quietBit);
        LLVMValueRef truncated = unary("llvm.trunc", value);
        LLVMValueRef isNan = builder.compareFloats(LLVMRealUNO, value, value);
        return builder.select(isNan, builder.cast(LLVMBitCast, quiet, type), truncated);
    }

    /** -0 is less than +0, and a NaN wins. Equal numbers differ at most in their sign, which {@code or} keeps. */
    public LLVMValueRef minimum(LLVMValueRef left, LLVMValueRef right) {
        return extremum(left, right, LLVMRealOLT, LLVMRealOGT, LLVMOr);
    }

    public LLVMValueRef maximum(LLVMValueRef left, LLVMValueRef right) {
        return extremum(left, right, LLVMRealOGT, LLVMRealOLT, LLVMAnd);
    }

    /** Spelled out because the C libraries of small targets lack fminimum() and fmaximum(). */
    private LLVMValueRef extremum(LLVMValueRef left, LLVMValueRef right, int leftWins, int rightWins, int mergeEqual) {
        LLVMValueRef leftBits = builder.cast(LLVMBitCast, left, bits);
        LLVMValueRef rightBits = builder.cast(LLVMBitCast, right, bits);
        LLVMValueRef leftIsNan = builder.compareFloats(LLVMRealUNO, left, left);
        LLVMValueRef nan = builder.binary(LLVMOr, builder.select(leftIsNan, leftBits, rightBits), quietBit);
        LLVMValueRef equal = builder.binary(mergeEqual, leftBits, rightBits);
        LLVMValueRef result = builder.select(builder.compareFloats(LLVMRealUNO, left, right), nan, equal);
        result = builder.select(builder.compareFloats(rightWins, left, right), rightBits, result);
        result = builder.select(builder.compareFloats(leftWins, left, right), leftBits, result);
        return builder.cast(LLVMBitCast, result, type);
    }
}
