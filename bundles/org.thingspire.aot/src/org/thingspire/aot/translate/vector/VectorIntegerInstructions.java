// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.vector;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.function.Translation;
import org.thingspire.aot.translate.instruction.WideShifts;
import org.thingspire.aot.translate.type.VectorShape;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** Arithmetic and shifts on integer lanes, each by itself (specification 4.4.3). */
public final class VectorIntegerInstructions {

    private VectorIntegerInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        for (VectorShape shape : VectorShape.INTEGERS) {
            addForAll(table, shape);
            if (shape != VectorShape.I8X16) {
                table.add(shape.opcode("MUL"), binary(shape, LLVMMul));
            }
            if (shape != VectorShape.I64X2) {
                addExtrema(table, shape);
            }
        }
        addSaturating(table, VectorShape.I8X16);
        addSaturating(table, VectorShape.I16X8);
        table.add(OpCode.I8x16_POPCNT, VectorIntegerInstructions::countOnes);
    }

    private static void addForAll(OpcodeTable table, VectorShape shape) {
        table.add(shape.opcode("ADD"), binary(shape, LLVMAdd));
        table.add(shape.opcode("SUB"), binary(shape, LLVMSub));
        table.add(shape.opcode("NEG"), (function, in) -> function.pushVector(function.builder()
                .binary(LLVMSub, function.context().zero(shape.type(function.context())), function.pop(shape))));
        table.add(shape.opcode("ABS"), absolute(shape));
        table.add(shape.opcode("SHL"), shift(shape, LLVMShl));
        table.add(shape.opcode("SHR_S"), shift(shape, LLVMAShr));
        table.add(shape.opcode("SHR_U"), shift(shape, LLVMLShr));
    }

    private static void addExtrema(OpcodeTable table, VectorShape shape) {
        table.add(shape.opcode("MIN_S"), binary(shape, "llvm.smin"));
        table.add(shape.opcode("MIN_U"), binary(shape, "llvm.umin"));
        table.add(shape.opcode("MAX_S"), binary(shape, "llvm.smax"));
        table.add(shape.opcode("MAX_U"), binary(shape, "llvm.umax"));
    }

    private static void addSaturating(OpcodeTable table, VectorShape shape) {
        table.add(shape.opcode("ADD_SAT_S"), binary(shape, "llvm.sadd.sat"));
        table.add(shape.opcode("ADD_SAT_U"), binary(shape, "llvm.uadd.sat"));
        table.add(shape.opcode("SUB_SAT_S"), binary(shape, "llvm.ssub.sat"));
        table.add(shape.opcode("SUB_SAT_U"), binary(shape, "llvm.usub.sat"));
        table.add(shape.opcode("AVGR_U"), average(shape));
    }

    private static Translation binary(VectorShape shape, int operation) {
        return (function, instruction) -> {
            LLVMValueRef right = function.pop(shape);
            LLVMValueRef left = function.pop(shape);
            function.pushVector(function.builder().binary(operation, left, right));
        };
    }

    private static Translation binary(VectorShape shape, String intrinsic) {
        return (function, instruction) -> {
            LLVMValueRef right = function.pop(shape);
            LLVMValueRef left = function.pop(shape);
            function.pushVector(function.builder().intrinsic(intrinsic, List.of(shape.type(function.context())),
                    List.of(left, right)));
        };
    }

    private static void countOnes(FunctionTranslator function, Instruction instruction) {
        function.pushVector(function.builder().intrinsic("llvm.ctpop", List.of(VectorShape.I8X16.type(function.context())),
                List.of(function.pop(VectorShape.I8X16))));
    }

    private static Translation absolute(VectorShape shape) {
        return (function, instruction) -> {
            LLVMValueRef smallestIsDefined = function.context().constant(function.context().i1, 0);
            function.pushVector(function.builder().intrinsic("llvm.abs", List.of(shape.type(function.context())),
                    List.of(function.pop(shape), smallestIsDefined)));
        };
    }

    /** One count, modulo the lane's width, for all lanes. */
    private static Translation shift(VectorShape shape, int operation) {
        return (function, instruction) -> {
            IrBuilder builder = function.builder();
            LlvmContext context = function.context();
            LLVMValueRef count = builder.binary(LLVMAnd, function.pop(), context.constant(shape.laneBits() - 1));
            LLVMValueRef fitting = switch (shape) {
                case I32X4 -> count;
                case I64X2 -> builder.cast(LLVMZExt, count, context.i64);
                default -> builder.cast(LLVMTrunc, count, shape.lane(context));
            };
            LLVMValueRef vector = function.pop(shape);
            LLVMValueRef shifted = builder.binary(operation, vector, shape.splat(builder, fitting));
            function.pushVector(shape == VectorShape.I64X2 ? WideShifts.unlessZero(function, count, vector, shifted) : shifted);
        };
    }

    /** Half the sum, which needs one bit more, rounded up. */
    private static Translation average(VectorShape shape) {
        return (function, instruction) -> {
            IrBuilder builder = function.builder();
            LlvmContext context = function.context();
            LLVMTypeRef wide = context.vector(shape.wider().lane(context), shape.lanes());
            LLVMValueRef right = builder.cast(LLVMZExt, function.pop(shape), wide);
            LLVMValueRef left = builder.cast(LLVMZExt, function.pop(shape), wide);
            LLVMValueRef one = builder.cast(LLVMZExt, shape.each(context, 1), wide);
            LLVMValueRef sum = builder.binary(LLVMAdd, builder.binary(LLVMAdd, left, right), one);
            function.pushVector(builder.cast(LLVMTrunc, builder.binary(LLVMLShr, sum, one), shape.type(context)));
        };
    }
}
