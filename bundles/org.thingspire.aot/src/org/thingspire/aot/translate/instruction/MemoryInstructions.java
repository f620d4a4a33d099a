// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.instruction;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.function.Function;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.Architecture;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;
import org.thingspire.aot.translate.function.Translation;
import org.thingspire.aot.translate.memory.LinearMemory;
import org.thingspire.aot.translate.type.Pointers;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/**
 * Linear memory (specification 4.4.7). All targets are little-endian, as Wasm is. Every access may be unaligned: the
 * alignment in the instruction is only a hint, see {@link Architecture#trustsAlignment}.
 */
public final class MemoryInstructions {

    private static final int PAGE_BITS = 16;
    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;

    private MemoryInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        addLoads(table);
        addStores(table);
        table.add(OpCode.MEMORY_SIZE, MemoryInstructions::size);
        table.add(OpCode.MEMORY_GROW, MemoryInstructions::grow);
        table.add(OpCode.MEMORY_COPY, MemoryInstructions::copy);
        table.add(OpCode.MEMORY_FILL, MemoryInstructions::fill);
    }

    private static void addLoads(OpcodeTable table) {
        table.add(OpCode.I32_LOAD, load(4, c -> c.i32));
        table.add(OpCode.I64_LOAD, load(8, c -> c.i64));
        table.add(OpCode.F32_LOAD, load(4, c -> c.f32));
        table.add(OpCode.F64_LOAD, load(8, c -> c.f64));
        table.add(OpCode.I32_LOAD8_S, load(1, c -> c.i8, LLVMSExt, c -> c.i32));
        table.add(OpCode.I32_LOAD8_U, load(1, c -> c.i8, LLVMZExt, c -> c.i32));
        table.add(OpCode.I32_LOAD16_S, load(2, c -> c.i16, LLVMSExt, c -> c.i32));
        table.add(OpCode.I32_LOAD16_U, load(2, c -> c.i16, LLVMZExt, c -> c.i32));
        table.add(OpCode.I64_LOAD8_S, load(1, c -> c.i8, LLVMSExt, c -> c.i64));
        table.add(OpCode.I64_LOAD8_U, load(1, c -> c.i8, LLVMZExt, c -> c.i64));
        table.add(OpCode.I64_LOAD16_S, load(2, c -> c.i16, LLVMSExt, c -> c.i64));
        table.add(OpCode.I64_LOAD16_U, load(2, c -> c.i16, LLVMZExt, c -> c.i64));
        table.add(OpCode.I64_LOAD32_S, load(4, c -> c.i32, LLVMSExt, c -> c.i64));
        table.add(OpCode.I64_LOAD32_U, load(4, c -> c.i32, LLVMZExt, c -> c.i64));
    }

    private static void addStores(OpcodeTable table) {
        table.add(OpCode.I32_STORE, store(4));
        table.add(OpCode.I64_STORE, store(8));
        table.add(OpCode.F32_STORE, store(4));
        table.add(OpCode.F64_STORE, store(8));
        table.add(OpCode.I32_STORE8, store(1, c -> c.i8));
        table.add(OpCode.I32_STORE16, store(2, c -> c.i16));
        table.add(OpCode.I64_STORE8, store(1, c -> c.i8));
        table.add(OpCode.I64_STORE16, store(2, c -> c.i16));
        table.add(OpCode.I64_STORE32, store(4, c -> c.i32));
    }

    private static Translation load(int bytes, Function<LlvmContext, LLVMTypeRef> type) {
        return (function, instruction) -> function.push(function.builder().load(type.apply(function.context()),
                address(function, instruction, bytes), alignment(function, instruction)));
    }

    private static Translation load(int bytes, Function<LlvmContext, LLVMTypeRef> narrow, int extension,
            Function<LlvmContext, LLVMTypeRef> wide) {
        return (function, instruction) -> {
            IrBuilder builder = function.builder();
            LLVMValueRef loaded = builder.load(narrow.apply(function.context()), address(function, instruction, bytes),
                    alignment(function, instruction));
            function.push(builder.cast(extension, loaded, wide.apply(function.context())));
        };
    }

    private static Translation store(int bytes) {
        return (function, instruction) -> {
            LLVMValueRef value = function.pop();
            function.builder().store(value, address(function, instruction, bytes), alignment(function, instruction));
        };
    }

    private static Translation store(int bytes, Function<LlvmContext, LLVMTypeRef> narrow) {
        return (function, instruction) -> {
            LLVMValueRef value = function.pop();
            LLVMValueRef address = address(function, instruction, bytes);
            function.builder().store(function.builder().cast(LLVMTrunc, value, narrow.apply(function.context())), address,
                    alignment(function, instruction));
        };
    }

    /** In bytes: what the instruction hints at where the runtime makes up for a wrong hint. */
    public static int alignment(FunctionTranslator function, Instruction instruction) {
        return function.module().target().architecture().trustsAlignment() ? 1 << instruction.operand(0) : 1;
    }

    /** The instruction's first operands are the alignment hint and the offset. */
    public static LLVMValueRef address(FunctionTranslator function, Instruction instruction, int bytes) {
        return function.bounds().address(function.pop(), instruction.operand(1) & 0xffff_ffffL, bytes);
    }

    private static void size(FunctionTranslator function, Instruction instruction) {
        function.push(pages(function));
    }

    private static LLVMValueRef pages(FunctionTranslator function) {
        LinearMemory memory = function.module().memory();
        return memory.layout().growable()
                ? pages(function, memory.accessibleBytes(function.builder()))
                : function.context().constant(memory.layout().pages());
    }

    /** Another's memory may end within a page, because of its budget. */
    private static LLVMValueRef pages(FunctionTranslator function, LLVMValueRef bytes) {
        IrBuilder builder = function.builder();
        LlvmContext context = function.context();
        LLVMValueRef whole = builder.binary(LLVMLShr, bytes, context.constant(PAGE_BITS));
        if (function.module().memory().isOwn()) {
            return whole;
        }
        LLVMValueRef rest = builder.binary(LLVMAnd, bytes, context.constant(PAGE_MASK));
        LLVMValueRef isBroken = builder.compareIntegers(LLVMIntNE, rest, context.constant(0));
        return builder.binary(LLVMAdd, whole, builder.cast(LLVMZExt, isBroken, context.i32));
    }

    /** The memory was reserved in full before, so growing only moves the limit. */
    private static void grow(FunctionTranslator function, Instruction instruction) {
        LinearMemory memory = function.module().memory();
        IrBuilder builder = function.builder();
        LlvmContext context = function.context();
        LLVMValueRef more = function.pop();
        LLVMValueRef before = pages(function);
        LLVMValueRef failure = context.constant(-1);
        if (!memory.layout().growable()) {
            LLVMValueRef nothing = builder.compareIntegers(LLVMIntEQ, more, context.constant(0));
            function.push(builder.select(nothing, before, failure));
            return;
        }
        LLVMValueRef most = pages(function, memory.mostBytes(builder));
        LLVMValueRef fits = builder.compareIntegers(LLVMIntULE, more, builder.binary(LLVMSub, most, before));
        LLVMValueRef added = builder.select(fits, builder.binary(LLVMShl, more, context.constant(PAGE_BITS)), context.constant(0));
        addBytes(builder, memory, added);
        function.push(builder.select(fits, before, failure));
    }

    private static void addBytes(IrBuilder builder, LinearMemory memory, LLVMValueRef added) {
        LLVMValueRef bytes = builder.binary(LLVMAdd, memory.accessibleBytes(builder), added);
        if (memory.isOwn()) {
            memory.setAccessibleBytes(builder, bytes);
            return;
        }
        // The size of another's memory may be a constant in flash, so it is written only where it changes.
        LLVMBasicBlockRef change = builder.newBlock();
        LLVMBasicBlockRef next = builder.newBlock();
        builder.branch(builder.compareIntegers(LLVMIntEQ, added, builder.context().constant(0)), next, change);
        builder.continueIn(change);
        memory.setAccessibleBytes(builder, bytes);
        builder.branch(next);
        builder.continueIn(next);
    }

    private static void copy(FunctionTranslator function, Instruction instruction) {
        LLVMValueRef count = function.pop();
        LLVMValueRef from = function.pop();
        LLVMValueRef to = function.pop();
        LLVMValueRef source = function.bounds().range(from, count);
        LLVMValueRef destination = function.bounds().range(to, count);
        function.builder().move(destination, source, size(function, count));
    }

    private static void fill(FunctionTranslator function, Instruction instruction) {
        LLVMValueRef count = function.pop();
        LLVMValueRef value = function.builder().cast(LLVMTrunc, function.pop(), function.context().i8);
        LLVMValueRef destination = function.bounds().range(function.pop(), count);
        function.builder().fill(destination, value, size(function, count));
    }

    private static LLVMValueRef size(FunctionTranslator function, LLVMValueRef count) {
        return Pointers.index(function.builder(), count, function.module().pointerBytes());
    }
}
