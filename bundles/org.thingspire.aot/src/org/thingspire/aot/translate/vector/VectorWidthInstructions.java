// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.vector;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.function.Translation;
import org.thingspire.aot.translate.type.VectorShape;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** Integer lanes that become wider or narrower, and products and sums of such (specification 4.4.3). */
public final class VectorWidthInstructions {

    private static final int Q15 = 15;

    private VectorWidthInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        for (VectorShape narrow : new VectorShape[] {VectorShape.I8X16, VectorShape.I16X8, VectorShape.I32X4}) {
            addExtending(table, narrow, "S", LLVMSExt);
            addExtending(table, narrow, "U", LLVMZExt);
        }
        for (VectorShape narrow : new VectorShape[] {VectorShape.I8X16, VectorShape.I16X8}) {
            addPairwise(table, narrow, "S", LLVMSExt);
            addPairwise(table, narrow, "U", LLVMZExt);
            String from = narrow.wider().opcodeName();
            long half = 1L << narrow.laneBits() - 1;
            table.add(narrow.opcode("NARROW_" + from + "_S"), narrow(narrow, -half, half - 1));
            table.add(narrow.opcode("NARROW_" + from + "_U"), narrow(narrow, 0, 2 * half - 1));
        }
        table.add(OpCode.I32x4_DOT_I16x8_S, VectorWidthInstructions::dot);
        table.add(OpCode.I16x8_Q15MULR_SAT_S, VectorWidthInstructions::multiplyQ15);
    }

    private static void addExtending(OpcodeTable table, VectorShape narrow, String sign, int extension) {
        int half = narrow.lanes() / 2;
        String suffix = "_" + narrow.opcodeName() + "_" + sign;
        VectorShape wide = narrow.wider();
        table.add(wide.opcode("EXTEND_LOW" + suffix), extend(narrow, extension, 0));
        table.add(wide.opcode("EXTEND_HIGH" + suffix), extend(narrow, extension, half));
        table.add(wide.opcode("EXTMUL_LOW" + suffix), multiply(narrow, extension, 0));
        table.add(wide.opcode("EXTMUL_HIGH" + suffix), multiply(narrow, extension, half));
    }

    private static void addPairwise(OpcodeTable table, VectorShape narrow, String sign, int extension) {
        table.add(narrow.wider().opcode("EXTADD_PAIRWISE_" + narrow.opcodeName() + "_" + sign), (function, instruction) -> {
            LLVMValueRef vector = function.pop(narrow);
            function.pushVector(function.builder().binary(LLVMAdd, everyOther(function, narrow, extension, vector, 0),
                    everyOther(function, narrow, extension, vector, 1)));
        });
    }

    private static LLVMValueRef everyOther(FunctionTranslator function, VectorShape narrow, int extension, LLVMValueRef vector, int first) {
        LLVMValueRef lanes = VectorShape.lanes(function.builder(), vector, first, 2, narrow.lanes() / 2);
        return function.builder().cast(extension, lanes, narrow.wider().type(function.context()));
    }

    private static LLVMValueRef half(FunctionTranslator function, VectorShape narrow, int extension, int first) {
        LLVMValueRef lanes = VectorShape.lanes(function.builder(), function.pop(narrow), first, 1, narrow.lanes() / 2);
        return function.builder().cast(extension, lanes, narrow.wider().type(function.context()));
    }

    private static Translation extend(VectorShape narrow, int extension, int first) {
        return (function, instruction) -> function.pushVector(half(function, narrow, extension, first));
    }

    private static Translation multiply(VectorShape narrow, int extension, int first) {
        return (function, instruction) -> {
            LLVMValueRef right = half(function, narrow, extension, first);
            LLVMValueRef left = half(function, narrow, extension, first);
            function.pushVector(function.builder().binary(LLVMMul, left, right));
        };
    }

    /** The wide lanes, which are signed, of two vectors as those of one; what doesn't fit becomes {@code least} or {@code most}. */
    private static Translation narrow(VectorShape narrow, long least, long most) {
        return (function, instruction) -> {
            IrBuilder builder = function.builder();
            LlvmContext context = function.context();
            VectorShape wide = narrow.wider();
            LLVMValueRef second = function.pop(wide);
            LLVMValueRef first = function.pop(wide);
            LLVMTypeRef type = context.vector(wide.lane(context), narrow.lanes());
            LLVMValueRef all = builder.shuffle(first, second, IntStream.range(0, narrow.lanes()).toArray());
            LLVMValueRef enough = builder.intrinsic("llvm.smax", List.of(type), List.of(all, each(context, wide, narrow, least)));
            LLVMValueRef clamped = builder.intrinsic("llvm.smin", List.of(type), List.of(enough, each(context, wide, narrow, most)));
            function.pushVector(builder.cast(LLVMTrunc, clamped, narrow.type(context)));
        };
    }

    /** As many wide lanes as there are narrow ones. */
    private static LLVMValueRef each(LlvmContext context, VectorShape wide, VectorShape narrow, long value) {
        return context.constantVector(Collections.nCopies(narrow.lanes(), context.constant(wide.lane(context), value)));
    }

    /** Sums of two neighbors' products. Only four times -32768 overflows, and wraps around. */
    private static void dot(FunctionTranslator function, Instruction instruction) {
        IrBuilder builder = function.builder();
        LLVMValueRef right = function.pop(VectorShape.I16X8);
        LLVMValueRef left = function.pop(VectorShape.I16X8);
        LLVMValueRef even = builder.binary(LLVMMul, everyOther(function, VectorShape.I16X8, LLVMSExt, left, 0),
                everyOther(function, VectorShape.I16X8, LLVMSExt, right, 0));
        LLVMValueRef odd = builder.binary(LLVMMul, everyOther(function, VectorShape.I16X8, LLVMSExt, left, 1),
                everyOther(function, VectorShape.I16X8, LLVMSExt, right, 1));
        function.pushVector(builder.binary(LLVMAdd, even, odd));
    }

    /** Fractions with 15 bits after the point: rounded products, of which only -1 times -1 does not fit. */
    private static void multiplyQ15(FunctionTranslator function, Instruction instruction) {
        IrBuilder builder = function.builder();
        LlvmContext context = function.context();
        VectorShape shape = VectorShape.I16X8;
        LLVMTypeRef wide = context.vector(context.i32, shape.lanes());
        LLVMValueRef right = builder.cast(LLVMSExt, function.pop(shape), wide);
        LLVMValueRef left = builder.cast(LLVMSExt, function.pop(shape), wide);
        LLVMValueRef half = each(context, VectorShape.I32X4, shape, 1L << Q15 - 1);
        LLVMValueRef rounded = builder.binary(LLVMAdd, builder.binary(LLVMMul, left, right), half);
        LLVMValueRef product = builder.binary(LLVMAShr, rounded, each(context, VectorShape.I32X4, shape, Q15));
        LLVMValueRef most = each(context, VectorShape.I32X4, shape, Short.MAX_VALUE);
        LLVMValueRef fitting = builder.intrinsic("llvm.smin", List.of(wide), List.of(product, most));
        function.pushVector(builder.cast(LLVMTrunc, fitting, shape.type(context)));
    }
}
