// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.vector;

import static org.bytedeco.llvm.global.LLVM.LLVMSExt;
import static org.bytedeco.llvm.global.LLVM.LLVMTrunc;
import static org.bytedeco.llvm.global.LLVM.LLVMZExt;

import java.util.stream.IntStream;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.function.Translation;
import org.thingspire.aot.translate.type.VectorShape;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** Constants, single lanes in and out, and lanes in another order (specification 4.4.3). */
public final class VectorLaneInstructions {

    private VectorLaneInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        table.add(OpCode.V128_CONST, (function, in) -> function.push(
                VectorShape.constant(function.context(), in.operand(0), in.operand(1))));
        for (VectorShape shape : VectorShape.values()) {
            table.add(shape.opcode("SPLAT"), (function, in) -> function.pushVector(
                    shape.splat(function.builder(), narrow(function, shape, function.pop()))));
            table.add(shape.opcode("REPLACE_LANE"), replaceLane(shape));
        }
        for (VectorShape shape : new VectorShape[] {VectorShape.I8X16, VectorShape.I16X8}) {
            table.add(shape.opcode("EXTRACT_LANE_S"), extractLane(shape, LLVMSExt));
            table.add(shape.opcode("EXTRACT_LANE_U"), extractLane(shape, LLVMZExt));
        }
        for (VectorShape shape : new VectorShape[] {VectorShape.I32X4, VectorShape.I64X2, VectorShape.F32X4, VectorShape.F64X2}) {
            table.add(shape.opcode("EXTRACT_LANE"), (function, in) -> function.push(lane(function, in, shape)));
        }
        table.add(OpCode.I8x16_SHUFFLE, VectorLaneInstructions::shuffle);
        table.add(OpCode.I8x16_SWIZZLE, VectorLaneInstructions::swizzle);
    }

    /** Lanes of less than 32 bits come as i32. */
    private static LLVMValueRef narrow(FunctionTranslator function, VectorShape shape, LLVMValueRef value) {
        return shape.laneBits() < Integer.SIZE
                ? function.builder().cast(LLVMTrunc, value, shape.lane(function.context()))
                : value;
    }

    private static LLVMValueRef lane(FunctionTranslator function, Instruction instruction, VectorShape shape) {
        return function.builder().lane(function.pop(shape), function.context().constant((int) instruction.operand(0)));
    }

    private static Translation extractLane(VectorShape shape, int extension) {
        return (function, instruction) -> function.push(
                function.builder().cast(extension, lane(function, instruction, shape), function.context().i32));
    }

    private static Translation replaceLane(VectorShape shape) {
        return (function, instruction) -> {
            LLVMValueRef value = narrow(function, shape, function.pop());
            LLVMValueRef index = function.context().constant((int) instruction.operand(0));
            function.pushVector(function.builder().withLane(function.pop(shape), index, value));
        };
    }

    /** The operands are sixteen bytes in two words: each the number of a lane of the one vector and on through the other. */
    private static void shuffle(FunctionTranslator function, Instruction instruction) {
        int[] lanes = IntStream.range(0, VectorShape.I8X16.lanes())
                .map(i -> (int) (instruction.operand(i / Long.BYTES) >>> i % Long.BYTES * Byte.SIZE) & 0xff).toArray();
        LLVMValueRef second = function.pop(VectorShape.I8X16);
        LLVMValueRef first = function.pop(VectorShape.I8X16);
        function.pushVector(function.builder().shuffle(first, second, lanes));
    }

    private static void swizzle(FunctionTranslator function, Instruction instruction) {
        IrBuilder builder = function.builder();
        LLVMValueRef indices = function.pop(VectorShape.I8X16);
        LLVMValueRef bytes = function.pop(VectorShape.I8X16);
        function.pushVector(Swizzle.of(function.module().target()).apply(builder, bytes, indices));
    }
}
