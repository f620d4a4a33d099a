// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.instruction;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.function.Translation;

import run.endive.wasm.types.OpCode;

/** Arithmetic and comparisons on f32 and f64 (specification 4.3.3). */
public final class FloatInstructions {

    /** f32 or f64. */
    private enum Width {
        F32,
        F64;

        LLVMTypeRef type(LlvmContext context) {
            return this == F32 ? context.f32 : context.f64;
        }

        FloatOperations on(FunctionTranslator function) {
            LlvmContext context = function.context();
            return this == F32
                    ? new FloatOperations(function.builder(), context.f32, context.i32,
                            context.constant(FloatOperations.QUIET_F32), context.float32(FloatOperations.NAN_F32))
                    : new FloatOperations(function.builder(), context.f64, context.i64,
                            context.constant(context.i64, FloatOperations.QUIET_F64), context.float64(FloatOperations.NAN_F64));
        }
    }

    private FloatInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        table.add(OpCode.F32_CONST, (function, in) -> function.push(function.context().float32((int) in.operand(0))));
        table.add(OpCode.F64_CONST, (function, in) -> function.push(function.context().float64(in.operand(0))));
        for (Width width : Width.values()) {
            addArithmetic(table, width);
            addSign(table, width);
            addComparisons(table, width);
        }
    }

    private static OpCode opcode(Width width, String name) {
        return OpCode.valueOf(width + "_" + name);
    }

    private static void addArithmetic(OpcodeTable table, Width width) {
        table.add(opcode(width, "ADD"), binary(width, LLVMFAdd));
        table.add(opcode(width, "SUB"), binary(width, LLVMFSub));
        table.add(opcode(width, "MUL"), binary(width, LLVMFMul));
        table.add(opcode(width, "DIV"), binary(width, LLVMFDiv));
        table.add(opcode(width, "MIN"), binary(width, FloatOperations::minimum));
        table.add(opcode(width, "MAX"), binary(width, FloatOperations::maximum));
        table.add(opcode(width, "CEIL"), unary(width, "llvm.ceil"));
        table.add(opcode(width, "FLOOR"), unary(width, "llvm.floor"));
        table.add(opcode(width, "TRUNC"), (function, in) -> function.push(width.on(function).truncate(function.pop())));
        // Rounds to even, which is the mode that nothing ever changes. roundeven() is missing from embedded C libraries.
        table.add(opcode(width, "NEAREST"), unary(width, "llvm.rint"));
        table.add(opcode(width, "SQRT"), (function, in) -> squareRoot(function, width));
    }

    private static void addSign(OpcodeTable table, Width width) {
        table.add(opcode(width, "ABS"), unary(width, "llvm.fabs"));
        table.add(opcode(width, "NEG"), (function, in) -> function.push(function.builder().negate(function.pop())));
        table.add(opcode(width, "COPYSIGN"), (function, in) -> {
            LLVMValueRef sign = function.pop();
            LLVMValueRef magnitude = function.pop();
            function.push(function.builder().intrinsic("llvm.copysign", List.of(width.type(function.context())),
                    List.of(magnitude, sign)));
        });
    }

    private static void addComparisons(OpcodeTable table, Width width) {
        table.add(opcode(width, "EQ"), comparison(LLVMRealOEQ));
        table.add(opcode(width, "NE"), comparison(LLVMRealUNE));
        table.add(opcode(width, "LT"), comparison(LLVMRealOLT));
        table.add(opcode(width, "GT"), comparison(LLVMRealOGT));
        table.add(opcode(width, "LE"), comparison(LLVMRealOLE));
        table.add(opcode(width, "GE"), comparison(LLVMRealOGE));
    }

    private static Translation binary(Width width, int operation) {
        return binary(width, (floats, left, right) -> floats.arithmetic(operation, left, right));
    }

    private static Translation binary(Width width, FloatOperations.Binary operation) {
        return (function, instruction) -> {
            LLVMValueRef right = function.pop();
            LLVMValueRef left = function.pop();
            function.push(operation.apply(width.on(function), left, right));
        };
    }

    /** f32 to f64; exact, but a signaling NaN becomes quiet. */
    static void promote(FunctionTranslator function) {
        LlvmContext context = function.context();
        function.push(FloatOperations.convert(function.builder(), LLVMFPExt, context.f64, function.pop()));
    }

    /** f64 to f32, rounded to the nearest. */
    static void demote(FunctionTranslator function) {
        LlvmContext context = function.context();
        function.push(FloatOperations.convert(function.builder(), LLVMFPTrunc, context.f32, function.pop()));
    }

    private static Translation unary(Width width, String intrinsic) {
        return (function, instruction) -> function.push(function.builder()
                .intrinsic(intrinsic, List.of(width.type(function.context())), List.of(function.pop())));
    }

    private static Translation comparison(int predicate) {
        return (function, instruction) -> {
            LLVMValueRef right = function.pop();
            LLVMValueRef left = function.pop();
            function.pushTruth(function.builder().compareFloats(predicate, left, right));
        };
    }

    /**
     * Without a square root in hardware this calls the C library, whose function writes errno for a negative number; a module
     * may not write there. So the library never sees one.
     */
    private static void squareRoot(FunctionTranslator function, Width width) {
        IrBuilder builder = function.builder();
        LlvmContext context = function.context();
        LLVMTypeRef type = width.type(context);
        LLVMValueRef value = function.pop();
        LLVMBasicBlockRef before = builder.currentBlock();
        LLVMBasicBlockRef compute = builder.newBlock();
        LLVMBasicBlockRef after = builder.newBlock();
        builder.branchUnlikely(builder.compareFloats(LLVMRealOLT, value, context.zero(type)), after, compute);
        builder.continueIn(compute);
        LLVMValueRef root = builder.intrinsic("llvm.sqrt", List.of(type), List.of(value));
        builder.branch(after);
        builder.continueIn(after);
        LLVMValueRef result = builder.phi(type);
        builder.addIncoming(result, width.on(function).nan(), before);
        builder.addIncoming(result, root, compute);
        function.push(result);
    }
}
