// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.instruction;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;
import java.util.function.Function;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.function.Translation;

import run.endive.wasm.types.OpCode;

/** Conversions between numbers (specification 4.3.4). */
public final class ConversionInstructions {

    private ConversionInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        addIntegers(table);
        addTruncations(table);
        addSaturating(table);
        addToFloat(table);
        table.add(OpCode.F64_PROMOTE_F32, (function, in) -> FloatInstructions.promote(function));
        table.add(OpCode.F32_DEMOTE_F64, (function, in) -> FloatInstructions.demote(function));
        table.add(OpCode.I32_REINTERPRET_F32, cast(LLVMBitCast, context -> context.i32));
        table.add(OpCode.I64_REINTERPRET_F64, cast(LLVMBitCast, context -> context.i64));
        table.add(OpCode.F32_REINTERPRET_I32, cast(LLVMBitCast, context -> context.f32));
        table.add(OpCode.F64_REINTERPRET_I64, cast(LLVMBitCast, context -> context.f64));
    }

    private static void addIntegers(OpcodeTable table) {
        table.add(OpCode.I32_WRAP_I64, cast(LLVMTrunc, context -> context.i32));
        table.add(OpCode.I64_EXTEND_I32_S, cast(LLVMSExt, context -> context.i64));
        table.add(OpCode.I64_EXTEND_I32_U, cast(LLVMZExt, context -> context.i64));
        table.add(OpCode.I32_EXTEND_8_S, signExtension(context -> context.i8, context -> context.i32));
        table.add(OpCode.I32_EXTEND_16_S, signExtension(context -> context.i16, context -> context.i32));
        table.add(OpCode.I64_EXTEND_8_S, signExtension(context -> context.i8, context -> context.i64));
        table.add(OpCode.I64_EXTEND_16_S, signExtension(context -> context.i16, context -> context.i64));
        table.add(OpCode.I64_EXTEND_32_S, signExtension(context -> context.i32, context -> context.i64));
    }

    /** The limits are the first numbers on either side that don't truncate into the integer type, or the last that do. */
    private static void addTruncations(OpcodeTable table) {
        table.add(OpCode.I32_TRUNC_F32_S, truncation(LLVMFPToSI, c -> c.i32, f32(LLVMRealOGE, -0x1p31f, 0x1p31f)));
        table.add(OpCode.I32_TRUNC_F32_U, truncation(LLVMFPToUI, c -> c.i32, f32(LLVMRealOGT, -1, 0x1p32f)));
        table.add(OpCode.I32_TRUNC_F64_S, truncation(LLVMFPToSI, c -> c.i32, f64(LLVMRealOGT, -0x1p31 - 1, 0x1p31)));
        table.add(OpCode.I32_TRUNC_F64_U, truncation(LLVMFPToUI, c -> c.i32, f64(LLVMRealOGT, -1, 0x1p32)));
        table.add(OpCode.I64_TRUNC_F32_S, truncation(LLVMFPToSI, c -> c.i64, f32(LLVMRealOGE, -0x1p63f, 0x1p63f)));
        table.add(OpCode.I64_TRUNC_F32_U, truncation(LLVMFPToUI, c -> c.i64, f32(LLVMRealOGT, -1, 0x1p64f)));
        table.add(OpCode.I64_TRUNC_F64_S, truncation(LLVMFPToSI, c -> c.i64, f64(LLVMRealOGE, -0x1p63, 0x1p63)));
        table.add(OpCode.I64_TRUNC_F64_U, truncation(LLVMFPToUI, c -> c.i64, f64(LLVMRealOGT, -1, 0x1p64)));
    }

    private static void addSaturating(OpcodeTable table) {
        table.add(OpCode.I32_TRUNC_SAT_F32_S, saturating("llvm.fptosi.sat", c -> c.i32, c -> c.f32));
        table.add(OpCode.I32_TRUNC_SAT_F32_U, saturating("llvm.fptoui.sat", c -> c.i32, c -> c.f32));
        table.add(OpCode.I32_TRUNC_SAT_F64_S, saturating("llvm.fptosi.sat", c -> c.i32, c -> c.f64));
        table.add(OpCode.I32_TRUNC_SAT_F64_U, saturating("llvm.fptoui.sat", c -> c.i32, c -> c.f64));
        table.add(OpCode.I64_TRUNC_SAT_F32_S, saturating("llvm.fptosi.sat", c -> c.i64, c -> c.f32));
        table.add(OpCode.I64_TRUNC_SAT_F32_U, saturating("llvm.fptoui.sat", c -> c.i64, c -> c.f32));
        table.add(OpCode.I64_TRUNC_SAT_F64_S, saturating("llvm.fptosi.sat", c -> c.i64, c -> c.f64));
        table.add(OpCode.I64_TRUNC_SAT_F64_U, saturating("llvm.fptoui.sat", c -> c.i64, c -> c.f64));
    }

    private static void addToFloat(OpcodeTable table) {
        table.add(OpCode.F32_CONVERT_I32_S, cast(LLVMSIToFP, context -> context.f32));
        table.add(OpCode.F32_CONVERT_I32_U, cast(LLVMUIToFP, context -> context.f32));
        table.add(OpCode.F32_CONVERT_I64_S, cast(LLVMSIToFP, context -> context.f32));
        table.add(OpCode.F32_CONVERT_I64_U, cast(LLVMUIToFP, context -> context.f32));
        table.add(OpCode.F64_CONVERT_I32_S, cast(LLVMSIToFP, context -> context.f64));
        table.add(OpCode.F64_CONVERT_I32_U, cast(LLVMUIToFP, context -> context.f64));
        table.add(OpCode.F64_CONVERT_I64_S, cast(LLVMSIToFP, context -> context.f64));
        table.add(OpCode.F64_CONVERT_I64_U, cast(LLVMUIToFP, context -> context.f64));
    }

    private static Translation cast(int operation, Function<LlvmContext, LLVMTypeRef> to) {
        return (function, instruction) -> function.push(function.builder().cast(operation, function.pop(), to.apply(function.context())));
    }

    private static Translation signExtension(Function<LlvmContext, LLVMTypeRef> from, Function<LlvmContext, LLVMTypeRef> to) {
        return (function, instruction) -> {
            LLVMValueRef narrow = function.builder().cast(LLVMTrunc, function.pop(), from.apply(function.context()));
            function.push(function.builder().cast(LLVMSExt, narrow, to.apply(function.context())));
        };
    }

    /** Which numbers a truncation takes: those that compare so with {@code low} and are less than {@code high}. */
    private record Range(int lowPredicate, Function<LlvmContext, LLVMValueRef> low, Function<LlvmContext, LLVMValueRef> high) {
    }

    private static Range f32(int lowPredicate, float low, float high) {
        return new Range(lowPredicate, c -> c.float32(Float.floatToRawIntBits(low)), c -> c.float32(Float.floatToRawIntBits(high)));
    }

    private static Range f64(int lowPredicate, double low, double high) {
        return new Range(lowPredicate, c -> c.float64(Double.doubleToRawLongBits(low)), c -> c.float64(Double.doubleToRawLongBits(high)));
    }

    private static Translation truncation(int operation, Function<LlvmContext, LLVMTypeRef> to, Range range) {
        return (function, instruction) -> {
            IrBuilder builder = function.builder();
            LlvmContext context = function.context();
            LLVMValueRef value = function.pop();
            LLVMValueRef fits = builder.binary(LLVMAnd,
                    builder.compareFloats(range.lowPredicate, value, range.low.apply(context)),
                    builder.compareFloats(LLVMRealOLT, value, range.high.apply(context)));
            LLVMValueRef failed = builder.binary(LLVMXor, fits, context.constant(context.i1, 1));
            function.traps().trapIf(failed, () -> builder.compareFloats(LLVMRealUNO, value, value),
                    TrapKind.INVALID_CONVERSION, TrapKind.INTEGER_OVERFLOW);
            function.push(builder.cast(operation, value, to.apply(context)));
        };
    }

    private static Translation saturating(String intrinsic, Function<LlvmContext, LLVMTypeRef> to,
            Function<LlvmContext, LLVMTypeRef> from) {
        return (function, instruction) -> function.push(function.builder().intrinsic(intrinsic,
                List.of(to.apply(function.context()), from.apply(function.context())), List.of(function.pop())));
    }
}
