// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.instruction;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.table.StoredTable;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** Tables of references (specification 4.4.6); those with segments are in {@link SegmentInstructions}. */
public final class TableInstructions {

    private TableInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        table.add(OpCode.TABLE_GET, TableInstructions::get);
        table.add(OpCode.TABLE_SET, TableInstructions::set);
        table.add(OpCode.TABLE_SIZE, TableInstructions::size);
        table.add(OpCode.TABLE_GROW, TableInstructions::grow);
        table.add(OpCode.TABLE_FILL, TableInstructions::fill);
        table.add(OpCode.TABLE_COPY, TableInstructions::copy);
    }

    private static StoredTable table(FunctionTranslator function, Instruction instruction) {
        return function.module().tables().stored((int) instruction.operand(0));
    }

    private static void get(FunctionTranslator function, Instruction instruction) {
        LLVMValueRef place = table(function, instruction).element(function.builder(), function.traps(), function.pop());
        function.push(function.builder().load(function.context().pointer, place));
    }

    private static void set(FunctionTranslator function, Instruction instruction) {
        LLVMValueRef value = function.pop();
        function.builder().store(value, table(function, instruction).element(function.builder(), function.traps(), function.pop()));
    }

    private static void size(FunctionTranslator function, Instruction instruction) {
        function.push(function.module().tables().size(function.builder(), (int) instruction.operand(0)));
    }

    private static void grow(FunctionTranslator function, Instruction instruction) {
        LLVMValueRef more = function.pop();
        function.push(table(function, instruction).grow(function.builder(), function.pop(), more));
    }

    private static void fill(FunctionTranslator function, Instruction instruction) {
        LLVMValueRef count = function.pop();
        LLVMValueRef value = function.pop();
        StoredTable table = table(function, instruction);
        LLVMValueRef first = table.range(function.builder(), function.traps(), function.pop(), count);
        table.fill(function.builder(), first, value, count);
    }

    /** The operands are the table to copy to and that to copy from. */
    private static void copy(FunctionTranslator function, Instruction instruction) {
        IrBuilder builder = function.builder();
        LLVMValueRef count = function.pop();
        LLVMValueRef from = function.pop();
        LLVMValueRef to = function.pop();
        StoredTable target = table(function, instruction);
        StoredTable origin = function.module().tables().stored((int) instruction.operand(1));
        LLVMValueRef source = origin.range(builder, function.traps(), from, count);
        LLVMValueRef destination = target.range(builder, function.traps(), to, count);
        builder.move(destination, source, target.bytes(builder, count));
    }
}
