// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.instruction;

import static org.bytedeco.llvm.global.LLVM.LLVMAdd;
import static org.bytedeco.llvm.global.LLVM.LLVMIntUGT;
import static org.bytedeco.llvm.global.LLVM.LLVMZExt;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.module.SegmentSize;
import org.thingspire.aot.translate.table.StoredTable;
import org.thingspire.aot.translate.type.Pointers;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** Copying from data and element segments, and dropping these (specification 4.4.6 and 4.4.7). */
public final class SegmentInstructions {

    private SegmentInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        table.add(OpCode.MEMORY_INIT, SegmentInstructions::memoryInit);
        table.add(OpCode.TABLE_INIT, SegmentInstructions::tableInit);
        table.add(OpCode.DATA_DROP, (function, instruction) -> function.module().data().size((int) instruction.operand(0))
                .drop(function.builder()));
        table.add(OpCode.ELEM_DROP, (function, instruction) -> function.module().elements().size((int) instruction.operand(0))
                .drop(function.builder()));
    }

    private static void memoryInit(FunctionTranslator function, Instruction instruction) {
        IrBuilder builder = function.builder();
        int segment = (int) instruction.operand(0);
        LLVMValueRef count = function.pop();
        LLVMValueRef from = function.pop();
        LLVMValueRef to = function.pop();
        trapBehindEnd(function, from, count, function.module().data().size(segment), TrapKind.OUT_OF_BOUNDS_MEMORY);
        LLVMValueRef destination = function.bounds().range(to, count);
        LLVMValueRef source = builder.element(function.context().i8, function.module().data().bytes(segment), index(function, from));
        builder.copyForward(destination, source, index(function, count));
    }

    /** The operands are the segment and the table. */
    private static void tableInit(FunctionTranslator function, Instruction instruction) {
        IrBuilder builder = function.builder();
        int segment = (int) instruction.operand(0);
        StoredTable table = function.module().tables().stored((int) instruction.operand(1));
        LLVMValueRef count = function.pop();
        LLVMValueRef from = function.pop();
        LLVMValueRef to = function.pop();
        trapBehindEnd(function, from, count, function.module().elements().size(segment), TrapKind.OUT_OF_BOUNDS_TABLE);
        LLVMValueRef destination = table.range(builder, function.traps(), to, count);
        LLVMValueRef source = builder.element(function.context().pointer, function.module().elements().references(segment),
                index(function, from));
        builder.copyForward(destination, source, table.bytes(builder, count));
    }

    private static void trapBehindEnd(FunctionTranslator function, LLVMValueRef from, LLVMValueRef count, SegmentSize size, TrapKind kind) {
        IrBuilder builder = function.builder();
        LlvmContext context = function.context();
        LLVMValueRef end = builder.binary(LLVMAdd, builder.cast(LLVMZExt, from, context.i64), builder.cast(LLVMZExt, count, context.i64));
        LLVMValueRef limit = builder.cast(LLVMZExt, size.get(builder), context.i64);
        function.traps().trapIf(builder.compareIntegers(LLVMIntUGT, end, limit), kind);
    }

    private static LLVMValueRef index(FunctionTranslator function, LLVMValueRef unsigned32) {
        return Pointers.index(function.builder(), unsigned32, function.module().pointerBytes());
    }
}
