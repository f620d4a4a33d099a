// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.instruction;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.function.Translation;

import run.endive.wasm.types.OpCode;

/** Arithmetic, bits and comparisons on i32 and i64 (specification 4.3.2). */
public final class IntegerInstructions {

    /** i32 or i64, as LLVM knows it. */
    private enum Width {
        I32(32),
        I64(64);

        private final int bits;

        Width(int bits) {
            this.bits = bits;
        }

        LLVMTypeRef type(FunctionTranslator function) {
            return this == I32 ? function.context().i32 : function.context().i64;
        }
    }

    private IntegerInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        table.add(OpCode.I32_CONST, (function, in) -> function.push(function.context().constant((int) in.operand(0))));
        table.add(OpCode.I64_CONST, (function, in) -> function.push(function.context().constant(function.context().i64, in.operand(0))));
        for (Width width : Width.values()) {
            addArithmetic(table, width);
            addBits(table, width);
            addComparisons(table, width);
        }
    }

    private static OpCode opcode(Width width, String name) {
        return OpCode.valueOf(width + "_" + name);
    }

    private static void addArithmetic(OpcodeTable table, Width width) {
        table.add(opcode(width, "ADD"), binary(LLVMAdd));
        table.add(opcode(width, "SUB"), binary(LLVMSub));
        table.add(opcode(width, "MUL"), binary(LLVMMul));
        table.add(opcode(width, "DIV_S"), (function, in) -> divideSigned(function, width));
        table.add(opcode(width, "DIV_U"), (function, in) -> divideUnsigned(function, width, LLVMUDiv));
        table.add(opcode(width, "REM_S"), (function, in) -> remainderSigned(function, width));
        table.add(opcode(width, "REM_U"), (function, in) -> divideUnsigned(function, width, LLVMURem));
    }

    private static void addBits(OpcodeTable table, Width width) {
        table.add(opcode(width, "AND"), binary(LLVMAnd));
        table.add(opcode(width, "OR"), binary(LLVMOr));
        table.add(opcode(width, "XOR"), binary(LLVMXor));
        table.add(opcode(width, "SHL"), (function, in) -> shift(function, width, LLVMShl));
        table.add(opcode(width, "SHR_S"), (function, in) -> shift(function, width, LLVMAShr));
        table.add(opcode(width, "SHR_U"), (function, in) -> shift(function, width, LLVMLShr));
        table.add(opcode(width, "ROTL"), (function, in) -> rotate(function, width, "llvm.fshl"));
        table.add(opcode(width, "ROTR"), (function, in) -> rotate(function, width, "llvm.fshr"));
        table.add(opcode(width, "CLZ"), (function, in) -> countZeros(function, width, "llvm.ctlz"));
        table.add(opcode(width, "CTZ"), (function, in) -> countZeros(function, width, "llvm.cttz"));
        table.add(opcode(width, "POPCNT"), (function, in) -> function.push(
                function.builder().intrinsic("llvm.ctpop", List.of(width.type(function)), List.of(function.pop()))));
    }

    private static void addComparisons(OpcodeTable table, Width width) {
        table.add(opcode(width, "EQZ"), (function, in) -> function.pushTruth(function.builder()
                .compareIntegers(LLVMIntEQ, function.pop(), function.context().zero(width.type(function)))));
        table.add(opcode(width, "EQ"), comparison(LLVMIntEQ));
        table.add(opcode(width, "NE"), comparison(LLVMIntNE));
        table.add(opcode(width, "LT_S"), comparison(LLVMIntSLT));
        table.add(opcode(width, "LT_U"), comparison(LLVMIntULT));
        table.add(opcode(width, "GT_S"), comparison(LLVMIntSGT));
        table.add(opcode(width, "GT_U"), comparison(LLVMIntUGT));
        table.add(opcode(width, "LE_S"), comparison(LLVMIntSLE));
        table.add(opcode(width, "LE_U"), comparison(LLVMIntULE));
        table.add(opcode(width, "GE_S"), comparison(LLVMIntSGE));
        table.add(opcode(width, "GE_U"), comparison(LLVMIntUGE));
    }

    private static Translation binary(int operation) {
        return (function, instruction) -> {
            LLVMValueRef right = function.pop();
            LLVMValueRef left = function.pop();
            function.push(function.builder().binary(operation, left, right));
        };
    }

    private static Translation comparison(int predicate) {
        return (function, instruction) -> {
            LLVMValueRef right = function.pop();
            LLVMValueRef left = function.pop();
            function.pushTruth(function.builder().compareIntegers(predicate, left, right));
        };
    }

    /** Wasm takes the count modulo the width; LLVM has no result of a shift by more. */
    private static LLVMValueRef popCount(FunctionTranslator function, Width width) {
        LLVMValueRef mask = function.context().constant(width.type(function), width.bits - 1L);
        return function.builder().binary(LLVMAnd, function.pop(), mask);
    }

    private static void shift(FunctionTranslator function, Width width, int operation) {
        LLVMValueRef count = popCount(function, width);
        LLVMValueRef value = function.pop();
        LLVMValueRef shifted = function.builder().binary(operation, value, count);
        function.push(width == Width.I64 ? WideShifts.unlessZero(function, count, value, shifted) : shifted);
    }

    private static void rotate(FunctionTranslator function, Width width, String funnelShift) {
        LLVMValueRef count = popCount(function, width);
        LLVMValueRef value = function.pop();
        LLVMValueRef rotated = function.builder().intrinsic(funnelShift, List.of(width.type(function)), List.of(value, value, count));
        function.push(width == Width.I64 ? WideShifts.unlessZero(function, count, value, rotated) : rotated);
    }

    private static void countZeros(FunctionTranslator function, Width width, String intrinsic) {
        LLVMValueRef zeroIsDefined = function.context().constant(function.context().i1, 0);
        function.push(function.builder().intrinsic(intrinsic, List.of(width.type(function)), List.of(function.pop(), zeroIsDefined)));
    }

    private static void divideUnsigned(FunctionTranslator function, Width width, int operation) {
        LLVMValueRef divisor = function.pop();
        LLVMValueRef dividend = function.pop();
        trapOnZero(function, width, divisor);
        function.push(function.builder().binary(operation, dividend, divisor));
    }

    private static void divideSigned(FunctionTranslator function, Width width) {
        LLVMValueRef divisor = function.pop();
        LLVMValueRef dividend = function.pop();
        trapOnZero(function, width, divisor);
        function.traps().trapIf(overflows(function, width, dividend, divisor), TrapKind.INTEGER_OVERFLOW);
        function.push(function.builder().binary(LLVMSDiv, dividend, divisor));
    }

    /** The smallest number modulo -1 is 0 in Wasm; LLVM has no result for it. Modulo 1 is 0 as well. */
    private static void remainderSigned(FunctionTranslator function, Width width) {
        LLVMValueRef divisor = function.pop();
        LLVMValueRef dividend = function.pop();
        trapOnZero(function, width, divisor);
        LLVMValueRef minusOne = function.context().constant(width.type(function), -1);
        LLVMValueRef one = function.context().constant(width.type(function), 1);
        IrBuilder builder = function.builder();
        LLVMValueRef safe = builder.select(builder.compareIntegers(LLVMIntEQ, divisor, minusOne), one, divisor);
        function.push(builder.binary(LLVMSRem, dividend, safe));
    }

    private static void trapOnZero(FunctionTranslator function, Width width, LLVMValueRef divisor) {
        LLVMValueRef zero = function.context().zero(width.type(function));
        function.traps().trapIf(function.builder().compareIntegers(LLVMIntEQ, divisor, zero), TrapKind.INTEGER_DIVIDE_BY_ZERO);
    }

    private static LLVMValueRef overflows(FunctionTranslator function, Width width, LLVMValueRef dividend, LLVMValueRef divisor) {
        IrBuilder builder = function.builder();
        LLVMTypeRef type = width.type(function);
        LLVMValueRef smallest = function.context().constant(type, 1L << width.bits - 1);
        return builder.binary(LLVMAnd,
                builder.compareIntegers(LLVMIntEQ, divisor, function.context().constant(type, -1)),
                builder.compareIntegers(LLVMIntEQ, dividend, smallest));
    }
}
