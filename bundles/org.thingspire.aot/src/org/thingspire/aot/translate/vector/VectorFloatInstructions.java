// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.vector;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;
import java.util.function.BiFunction;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.function.Translation;
import org.thingspire.aot.translate.instruction.FloatOperations;
import org.thingspire.aot.translate.type.VectorShape;

/** Arithmetic on floating-point lanes, each by the rules of f32 and f64 (specification 4.4.3 and 4.3.3). */
public final class VectorFloatInstructions {

    private VectorFloatInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        for (VectorShape shape : List.of(VectorShape.F32X4, VectorShape.F64X2)) {
            addArithmetic(table, shape);
            addRounding(table, shape);
            table.add(shape.opcode("ABS"), signBit(shape, LLVMAnd, shape == VectorShape.F32X4 ? Integer.MAX_VALUE : Long.MAX_VALUE));
            table.add(shape.opcode("NEG"), signBit(shape, LLVMXor, shape == VectorShape.F32X4 ? Integer.MIN_VALUE : Long.MIN_VALUE));
            table.add(shape.opcode("SQRT"), unary(shape, VectorFloatInstructions::squareRoot));
        }
    }

    private static void addArithmetic(OpcodeTable table, VectorShape shape) {
        table.add(shape.opcode("ADD"), binary(shape, LLVMFAdd));
        table.add(shape.opcode("SUB"), binary(shape, LLVMFSub));
        table.add(shape.opcode("MUL"), binary(shape, LLVMFMul));
        table.add(shape.opcode("DIV"), binary(shape, LLVMFDiv));
        table.add(shape.opcode("MIN"), binary(shape, FloatOperations::minimum));
        table.add(shape.opcode("MAX"), binary(shape, FloatOperations::maximum));
        table.add(shape.opcode("PMIN"), binary(shape, (floats, left, right) -> secondIf(floats, LLVMRealOLT, right, left)));
        table.add(shape.opcode("PMAX"), binary(shape, (floats, left, right) -> secondIf(floats, LLVMRealOGT, right, left)));
    }

    private static void addRounding(OpcodeTable table, VectorShape shape) {
        table.add(shape.opcode("CEIL"), unary(shape, (floats, value) -> floats.unary("llvm.ceil", value)));
        table.add(shape.opcode("FLOOR"), unary(shape, (floats, value) -> floats.unary("llvm.floor", value)));
        table.add(shape.opcode("TRUNC"), unary(shape, FloatOperations::truncate));
        table.add(shape.opcode("NEAREST"), unary(shape, (floats, value) -> floats.unary("llvm.rint", value)));
    }

    private static FloatOperations on(FunctionTranslator function, VectorShape shape) {
        LlvmContext context = function.context();
        boolean isF32 = shape == VectorShape.F32X4;
        LLVMValueRef nan = isF32 ? context.float32(FloatOperations.NAN_F32) : context.float64(FloatOperations.NAN_F64);
        VectorShape bits = shape.integers();
        return new FloatOperations(function.builder(), shape.type(context), bits.type(context),
                bits.each(context, isF32 ? FloatOperations.QUIET_F32 : FloatOperations.QUIET_F64), shape.each(context, nan));
    }

    private static Translation binary(VectorShape shape, int operation) {
        return binary(shape, (floats, left, right) -> floats.arithmetic(operation, left, right));
    }

    private static Translation binary(VectorShape shape, FloatOperations.Binary operation) {
        return (function, instruction) -> {
            LLVMValueRef right = function.pop(shape);
            LLVMValueRef left = function.pop(shape);
            function.pushVector(operation.apply(on(function, shape), left, right));
        };
    }

    private static Translation unary(VectorShape shape, BiFunction<FloatOperations, LLVMValueRef, LLVMValueRef> operation) {
        return (function, instruction) -> function.pushVector(operation.apply(on(function, shape), function.pop(shape)));
    }

    /** On the bits, so that no NaN changes otherwise and no software arithmetic is called. */
    private static Translation signBit(VectorShape shape, int operation, long mask) {
        return (function, instruction) -> {
            VectorShape bits = shape.integers();
            function.pushVector(function.builder().binary(operation, function.pop(bits), bits.each(function.context(), mask)));
        };
    }

    /** One of two operands as it is, as a comparison in C would choose it: not exact about NaNs, but one instruction on many processors. */
    private static LLVMValueRef secondIf(FloatOperations floats, int predicate, LLVMValueRef second, LLVMValueRef first) {
        return floats.builder().select(floats.builder().compareFloats(predicate, second, first), second, first);
    }

    /** As for single numbers, the C library must not see a negative one: it would write errno. */
    private static LLVMValueRef squareRoot(FloatOperations floats, LLVMValueRef value) {
        IrBuilder builder = floats.builder();
        LLVMValueRef zero = builder.context().zero(floats.type());
        LLVMValueRef isNegative = builder.compareFloats(LLVMRealOLT, value, zero);
        LLVMValueRef root = floats.unary("llvm.sqrt", builder.select(isNegative, zero, value));
        return builder.select(isNegative, floats.nan(), root);
    }
}
