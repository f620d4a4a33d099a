// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.vector;

import static org.bytedeco.llvm.global.LLVM.LLVMFPExt;
import static org.bytedeco.llvm.global.LLVM.LLVMFPTrunc;
import static org.bytedeco.llvm.global.LLVM.LLVMSIToFP;
import static org.bytedeco.llvm.global.LLVM.LLVMUIToFP;

import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.function.Translation;
import org.thingspire.aot.translate.instruction.FloatOperations;
import org.thingspire.aot.translate.type.VectorShape;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** Lanes of integers to lanes of floating-point numbers, back, and between their two sizes (specification 4.4.3). */
public final class VectorConversionInstructions {

    private VectorConversionInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        table.add(OpCode.I32x4_TRUNC_SAT_F32X4_S, truncate("llvm.fptosi.sat"));
        table.add(OpCode.I32x4_TRUNC_SAT_F32X4_U, truncate("llvm.fptoui.sat"));
        table.add(OpCode.I32x4_TRUNC_SAT_F64x2_S_ZERO, truncateTwo("llvm.fptosi.sat"));
        table.add(OpCode.I32x4_TRUNC_SAT_F64x2_U_ZERO, truncateTwo("llvm.fptoui.sat"));
        table.add(OpCode.F32x4_CONVERT_I32x4_S, convert(LLVMSIToFP));
        table.add(OpCode.F32x4_CONVERT_I32x4_U, convert(LLVMUIToFP));
        table.add(OpCode.F64x2_CONVERT_LOW_I32x4_S, convertTwo(LLVMSIToFP));
        table.add(OpCode.F64x2_CONVERT_LOW_I32x4_U, convertTwo(LLVMUIToFP));
        table.add(OpCode.F64x2_PROMOTE_LOW_F32x4, VectorConversionInstructions::promote);
        table.add(OpCode.F32x4_DEMOTE_LOW_F64x2_ZERO, VectorConversionInstructions::demote);
    }

    private static Translation truncate(String saturating) {
        return (function, instruction) -> {
            LlvmContext context = function.context();
            function.pushVector(function.builder().intrinsic(saturating,
                    List.of(VectorShape.I32X4.type(context), VectorShape.F32X4.type(context)), List.of(function.pop(VectorShape.F32X4))));
        };
    }

    private static Translation truncateTwo(String saturating) {
        return (function, instruction) -> {
            LlvmContext context = function.context();
            LLVMTypeRef two = context.vector(context.i32, 2);
            LLVMValueRef truncated = function.builder().intrinsic(saturating, List.of(two, VectorShape.F64X2.type(context)),
                    List.of(function.pop(VectorShape.F64X2)));
            function.pushVector(withZeros(function.builder(), truncated, two));
        };
    }

    private static Translation convert(int operation) {
        return (function, instruction) -> function.pushVector(function.builder()
                .cast(operation, function.pop(VectorShape.I32X4), VectorShape.F32X4.type(function.context())));
    }

    private static Translation convertTwo(int operation) {
        return (function, instruction) -> {
            LLVMValueRef two = VectorShape.lanes(function.builder(), function.pop(VectorShape.I32X4), 0, 1, 2);
            function.pushVector(function.builder().cast(operation, two, VectorShape.F64X2.type(function.context())));
        };
    }

    private static void promote(FunctionTranslator function, Instruction instruction) {
        LlvmContext context = function.context();
        LLVMValueRef two = VectorShape.lanes(function.builder(), function.pop(VectorShape.F32X4), 0, 1, 2);
        function.pushVector(FloatOperations.convert(function.builder(), LLVMFPExt,
                VectorShape.F64X2.type(context), two));
    }

    private static void demote(FunctionTranslator function, Instruction instruction) {
        LlvmContext context = function.context();
        LLVMTypeRef two = context.vector(context.f32, 2);
        LLVMValueRef demoted = FloatOperations.convert(function.builder(), LLVMFPTrunc, two,
                function.pop(VectorShape.F64X2));
        function.pushVector(withZeros(function.builder(), demoted, two));
    }

    /** Two lanes, and two zeros after them. */
    private static LLVMValueRef withZeros(IrBuilder builder, LLVMValueRef lanes, LLVMTypeRef two) {
        return builder.shuffle(lanes, builder.context().zero(two), 0, 1, 2, 3);
    }
}
