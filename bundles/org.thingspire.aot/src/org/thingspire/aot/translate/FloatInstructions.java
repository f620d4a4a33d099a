// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;

import run.endive.wasm.types.OpCode;

/**
 * Arithmetic and comparisons on f32 and f64 (specification 4.3.3).
 *
 * <p>Arithmetic uses LLVM's constrained operations. The plain ones may pretend that there are no signaling NaNs and drop
 * {@code x * 1} or {@code x - 0}, but Wasm wants a quiet NaN from these (4.3.3.2). Operations on the sign bit, on the other hand, must
 * not touch a NaN, and LLVM's plain ones don't.
 */
final class FloatInstructions {

    /** Rounding never changes at run time, and nobody reads exception flags, but operations keep their effect on NaNs. */
    private static final String ROUNDING = "round.tonearest";
    private static final String EXCEPTIONS = "fpexcept.maytrap";

    /** f32 or f64. */
    private enum Width {
        F32, F64;

        LLVMTypeRef type(LlvmContext context) {
            return this == F32 ? context.f32 : context.f64;
        }

        LLVMTypeRef bits(LlvmContext context) {
            return this == F32 ? context.i32 : context.i64;
        }

        /** The bit that makes a NaN quiet. */
        LLVMValueRef quietBit(LlvmContext context) {
            return this == F32 ? context.constant(1 << 22) : context.constant(context.i64, 1L << 51);
        }
    }

    private FloatInstructions() {
    }

    static void addTo(OpcodeTable table) {
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
        table.add(opcode(width, "ADD"), arithmetic(width, "fadd"));
        table.add(opcode(width, "SUB"), arithmetic(width, "fsub"));
        table.add(opcode(width, "MUL"), arithmetic(width, "fmul"));
        table.add(opcode(width, "DIV"), arithmetic(width, "fdiv"));
        table.add(opcode(width, "MIN"), (function, in) -> minimum(function, width));
        table.add(opcode(width, "MAX"), (function, in) -> maximum(function, width));
        table.add(opcode(width, "CEIL"), unary(width, "llvm.ceil"));
        table.add(opcode(width, "FLOOR"), unary(width, "llvm.floor"));
        table.add(opcode(width, "TRUNC"), (function, in) -> truncate(function, width));
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

    private static Translation arithmetic(Width width, String operation) {
        return (function, instruction) -> {
            LLVMValueRef right = function.pop();
            LLVMValueRef left = function.pop();
            function.push(constrained(function.builder(), operation, List.of(width.type(function.context())), List.of(left, right)));
        };
    }

    private static LLVMValueRef constrained(IrBuilder builder, String operation, List<LLVMTypeRef> overloads,
            List<LLVMValueRef> operands) {
        List<LLVMValueRef> arguments = new ArrayList<>(operands);
        if (!operation.equals("fpext")) {
            arguments.add(builder.metadataArgument(ROUNDING));
        }
        arguments.add(builder.metadataArgument(EXCEPTIONS));
        LLVMValueRef call = builder.intrinsic("llvm.experimental.constrained." + operation, overloads, arguments);
        builder.addCallAttribute(call, "strictfp");
        return call;
    }

    /** f32 to f64; exact, but a signaling NaN becomes quiet. */
    static void promote(FunctionTranslator function) {
        LlvmContext context = function.context();
        function.push(constrained(function.builder(), "fpext", List.of(context.f64, context.f32), List.of(function.pop())));
    }

    /** f64 to f32, rounded to the nearest. */
    static void demote(FunctionTranslator function) {
        LlvmContext context = function.context();
        function.push(constrained(function.builder(), "fptrunc", List.of(context.f32, context.f64), List.of(function.pop())));
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

    /** As trunc() of the C library, but that of newlib leaves a signaling NaN as it is. */
    private static void truncate(FunctionTranslator function, Width width) {
        IrBuilder builder = function.builder();
        LlvmContext context = function.context();
        LLVMTypeRef type = width.type(context);
        LLVMValueRef value = function.pop();
        LLVMValueRef quiet = builder.binary(LLVMOr, builder.cast(LLVMBitCast, value, width.bits(context)), width.quietBit(context));
        LLVMValueRef truncated = builder.intrinsic("llvm.trunc", List.of(type), List.of(value));
        LLVMValueRef isNan = builder.compareFloats(LLVMRealUNO, value, value);
        function.push(builder.select(isNan, builder.cast(LLVMBitCast, quiet, type), truncated));
    }

    /** -0 is less than +0, and a NaN wins. Equal numbers differ at most in their sign, which {@code or} keeps. */
    private static void minimum(FunctionTranslator function, Width width) {
        extremum(function, width, LLVMRealOLT, LLVMRealOGT, LLVMOr);
    }

    private static void maximum(FunctionTranslator function, Width width) {
        extremum(function, width, LLVMRealOGT, LLVMRealOLT, LLVMAnd);
    }

    /** Spelled out because the C libraries of small targets lack fminimum() and fmaximum(). */
    private static void extremum(FunctionTranslator function, Width width, int leftWins, int rightWins, int mergeEqual) {
        IrBuilder builder = function.builder();
        LlvmContext context = function.context();
        LLVMTypeRef type = width.type(context);
        LLVMTypeRef bits = width.bits(context);
        LLVMValueRef right = function.pop();
        LLVMValueRef left = function.pop();
        LLVMValueRef leftBits = builder.cast(LLVMBitCast, left, bits);
        LLVMValueRef rightBits = builder.cast(LLVMBitCast, right, bits);
        LLVMValueRef leftIsNan = builder.compareFloats(LLVMRealUNO, left, left);
        LLVMValueRef nan = builder.binary(LLVMOr, builder.select(leftIsNan, leftBits, rightBits), width.quietBit(context));
        LLVMValueRef equal = builder.binary(mergeEqual, leftBits, rightBits);
        LLVMValueRef result = builder.select(builder.compareFloats(LLVMRealUNO, left, right), nan, equal);
        result = builder.select(builder.compareFloats(rightWins, left, right), rightBits, result);
        result = builder.select(builder.compareFloats(leftWins, left, right), leftBits, result);
        function.push(builder.cast(LLVMBitCast, result, type));
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
        builder.addIncoming(result, width == Width.F32 ? context.float32(0x7fc00000) : context.float64(0x7ff8L << 48), before);
        builder.addIncoming(result, root, compute);
        function.push(result);
    }
}
