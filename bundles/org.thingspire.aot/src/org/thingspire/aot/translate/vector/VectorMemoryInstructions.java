// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.vector;

import static org.bytedeco.llvm.global.LLVM.LLVMSExt;
import static org.bytedeco.llvm.global.LLVM.LLVMZExt;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.function.Translation;
import org.thingspire.aot.translate.instruction.MemoryInstructions;
import org.thingspire.aot.translate.type.VectorShape;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** Loads and stores of v128 and of parts of it (specification 4.4.7). As with other accesses the alignment is only a hint. */
public final class VectorMemoryInstructions {

    private static final int BYTES = VectorShape.BITS / Byte.SIZE;
    private static final int HALF_BYTES = BYTES / 2;
    /** After the alignment, the offset and the memory. */
    private static final int LANE_OPERAND = 3;

    private VectorMemoryInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        table.add(OpCode.V128_LOAD, VectorMemoryInstructions::load);
        table.add(OpCode.V128_STORE, VectorMemoryInstructions::store);
        addLanes(table, 8, VectorShape.I8X16);
        addLanes(table, 16, VectorShape.I16X8);
        addLanes(table, 32, VectorShape.I32X4);
        addLanes(table, 64, VectorShape.I64X2);
        table.add(OpCode.V128_LOAD32_ZERO, loadZero(VectorShape.I32X4));
        table.add(OpCode.V128_LOAD64_ZERO, loadZero(VectorShape.I64X2));
        table.add(OpCode.V128_LOAD8x8_S, loadExtended(VectorShape.I8X16, LLVMSExt));
        table.add(OpCode.V128_LOAD8x8_U, loadExtended(VectorShape.I8X16, LLVMZExt));
        table.add(OpCode.V128_LOAD16x4_S, loadExtended(VectorShape.I16X8, LLVMSExt));
        table.add(OpCode.V128_LOAD16x4_U, loadExtended(VectorShape.I16X8, LLVMZExt));
        table.add(OpCode.V128_LOAD32x2_S, loadExtended(VectorShape.I32X4, LLVMSExt));
        table.add(OpCode.V128_LOAD32x2_U, loadExtended(VectorShape.I32X4, LLVMZExt));
    }

    private static void addLanes(OpcodeTable table, int bits, VectorShape shape) {
        table.add(OpCode.valueOf("V128_LOAD" + bits + "_SPLAT"), loadSplat(shape));
        table.add(OpCode.valueOf("V128_LOAD" + bits + "_LANE"), loadLane(shape));
        table.add(OpCode.valueOf("V128_STORE" + bits + "_LANE"), storeLane(shape));
    }

    private static void load(FunctionTranslator function, Instruction instruction) {
        LLVMValueRef address = MemoryInstructions.address(function, instruction, BYTES);
        function.push(function.builder().load(VectorShape.common(function.context()), address,
                MemoryInstructions.alignment(function, instruction)));
    }

    private static void store(FunctionTranslator function, Instruction instruction) {
        LLVMValueRef value = function.pop();
        function.builder().store(value, MemoryInstructions.address(function, instruction, BYTES),
                MemoryInstructions.alignment(function, instruction));
    }

    private static LLVMValueRef loadOne(FunctionTranslator function, Instruction instruction, VectorShape shape) {
        LLVMValueRef address = MemoryInstructions.address(function, instruction, shape.laneBits() / Byte.SIZE);
        return function.builder().load(shape.lane(function.context()), address, MemoryInstructions.alignment(function, instruction));
    }

    private static Translation loadSplat(VectorShape shape) {
        return (function, instruction) -> function.pushVector(shape.splat(function.builder(), loadOne(function, instruction, shape)));
    }

    /** All lanes but the first become zero. */
    private static Translation loadZero(VectorShape shape) {
        return (function, instruction) -> {
            LlvmContext context = function.context();
            LLVMValueRef loaded = loadOne(function, instruction, shape);
            function.pushVector(function.builder().withLane(context.zero(shape.type(context)), context.constant(0), loaded));
        };
    }

    /** Eight bytes of narrow integers become sixteen of the next wider ones. */
    private static Translation loadExtended(VectorShape narrow, int extension) {
        return (function, instruction) -> {
            LlvmContext context = function.context();
            LLVMTypeRef half = context.vector(narrow.lane(context), narrow.lanes() / 2);
            LLVMValueRef loaded = function.builder().load(half, MemoryInstructions.address(function, instruction, HALF_BYTES),
                    MemoryInstructions.alignment(function, instruction));
            function.pushVector(function.builder().cast(extension, loaded, narrow.wider().type(context)));
        };
    }

    private static Translation loadLane(VectorShape shape) {
        return (function, instruction) -> {
            LLVMValueRef vector = function.pop(shape);
            LLVMValueRef loaded = loadOne(function, instruction, shape);
            function.pushVector(function.builder().withLane(vector, lane(function, instruction), loaded));
        };
    }

    private static Translation storeLane(VectorShape shape) {
        return (function, instruction) -> {
            IrBuilder builder = function.builder();
            LLVMValueRef value = builder.lane(function.pop(shape), lane(function, instruction));
            builder.store(value, MemoryInstructions.address(function, instruction, shape.laneBits() / Byte.SIZE),
                    MemoryInstructions.alignment(function, instruction));
        };
    }

    private static LLVMValueRef lane(FunctionTranslator function, Instruction instruction) {
        return function.context().constant((int) instruction.operand(LANE_OPERAND));
    }
}
