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
import org.thingspire.aot.translate.type.VectorShape;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** What treats a v128 as bits, and what gathers one bit of each lane (specification 4.4.3). */
public final class VectorBitInstructions {

    private VectorBitInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        table.add(OpCode.V128_NOT, (function, in) -> function.push(complement(function, function.pop())));
        table.add(OpCode.V128_AND, binary(LLVMAnd));
        table.add(OpCode.V128_OR, binary(LLVMOr));
        table.add(OpCode.V128_XOR, binary(LLVMXor));
        table.add(OpCode.V128_ANDNOT, VectorBitInstructions::andNot);
        table.add(OpCode.V128_BITSELECT, VectorBitInstructions::select);
        table.add(OpCode.V128_ANY_TRUE, VectorBitInstructions::anyTrue);
        for (VectorShape shape : VectorShape.INTEGERS) {
            table.add(shape.opcode("ALL_TRUE"), allTrue(shape));
            table.add(shape.opcode("BITMASK"), bitmask(shape));
        }
    }

    private static LLVMValueRef complement(FunctionTranslator function, LLVMValueRef vector) {
        return function.builder().binary(LLVMXor, vector, VectorShape.I32X4.each(function.context(), -1));
    }

    private static Translation binary(int operation) {
        return (function, instruction) -> {
            LLVMValueRef right = function.pop();
            LLVMValueRef left = function.pop();
            function.push(function.builder().binary(operation, left, right));
        };
    }

    private static void andNot(FunctionTranslator function, Instruction instruction) {
        LLVMValueRef cleared = function.pop();
        LLVMValueRef value = function.pop();
        function.push(function.builder().binary(LLVMAnd, value, complement(function, cleared)));
    }

    private static void select(FunctionTranslator function, Instruction instruction) {
        IrBuilder builder = function.builder();
        LLVMValueRef mask = function.pop();
        LLVMValueRef whereClear = function.pop();
        LLVMValueRef whereSet = function.pop();
        function.push(builder.binary(LLVMOr, builder.binary(LLVMAnd, whereSet, mask),
                builder.binary(LLVMAnd, whereClear, complement(function, mask))));
    }

    private static void anyTrue(FunctionTranslator function, Instruction instruction) {
        IrBuilder builder = function.builder();
        LLVMValueRef bits = builder.intrinsic("llvm.vector.reduce.or", List.of(VectorShape.common(function.context())),
                List.of(function.pop()));
        function.pushTruth(builder.compareIntegers(LLVMIntNE, bits, function.context().constant(0)));
    }

    private static Translation allTrue(VectorShape shape) {
        return (function, instruction) -> {
            LlvmContext context = function.context();
            LLVMValueRef set = function.builder().compareIntegers(LLVMIntNE, function.pop(shape), context.zero(shape.type(context)));
            LLVMTypeRef truths = context.vector(context.i1, shape.lanes());
            function.pushTruth(function.builder().intrinsic("llvm.vector.reduce.and", List.of(truths), List.of(set)));
        };
    }

    /** The sign bits, that of the first lane in bit 0. */
    private static Translation bitmask(VectorShape shape) {
        return (function, instruction) -> {
            IrBuilder builder = function.builder();
            LlvmContext context = function.context();
            LLVMValueRef negative = builder.compareIntegers(LLVMIntSLT, function.pop(shape), context.zero(shape.type(context)));
            LLVMValueRef bits = builder.cast(LLVMBitCast, negative, context.integer(shape.lanes()));
            function.push(builder.cast(LLVMZExt, bits, context.i32));
        };
    }
}
