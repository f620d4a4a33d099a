// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.table;

import static org.bytedeco.llvm.global.LLVM.*;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.memory.SharedStorage;
import org.thingspire.aot.translate.module.References;
import org.thingspire.aot.translate.module.TrapSites;
import org.thingspire.aot.translate.type.Pointers;

import run.endive.wasm.types.FunctionType;

/**
 * A table of references in RAM: the module's own, at a static address, or another's. One that can grow was reserved in full,
 * so growing only moves the limit.
 */
public final class StoredTable implements CallTable {

    private final LlvmContext context;
    private final References references;
    private final int pointerBytes;
    private final long initialSize;
    private final long largestSize;
    /** Of the module's own table, else {@code null}. */
    private final LLVMValueRef elements;
    private final LLVMValueRef size;
    /** Another's table, else {@code null}. */
    private final SharedStorage foreign;

    private StoredTable(LlvmContext context, References references, int pointerBytes, long initialSize, long largestSize,
            LLVMValueRef elements, LLVMValueRef size, SharedStorage foreign) {
        this.context = context;
        this.references = references;
        this.pointerBytes = pointerBytes;
        this.initialSize = initialSize;
        this.largestSize = largestSize;
        this.elements = elements;
        this.size = size;
        this.foreign = foreign;
    }

    static StoredTable own(int index, long initialSize, long largestSize, IrModule ir, References references, SymbolNames names,
            int pointerBytes) {
        LlvmContext context = ir.context();
        String name = names.placement() + ".table." + index;
        LLVMValueRef elements = ir.addVariable(name, ".bss." + name, context.zero(context.array(context.pointer, largestSize)));
        ir.setLocal(elements);
        boolean growable = largestSize > initialSize;
        LLVMValueRef size = ir.addVariable(name + ".size", (growable ? ".data." : ".rodata.") + name + ".size",
                context.constant((int) initialSize));
        ir.setLocal(size);
        if (!growable) {
            ir.setConstant(size);
        }
        return new StoredTable(context, references, pointerBytes, initialSize, largestSize, elements, size, null);
    }

    static StoredTable imported(LlvmContext context, References references, LLVMValueRef pointer, int pointerBytes) {
        return new StoredTable(context, references, pointerBytes, 0, 0, null, null, new SharedStorage(context, pointer));
    }

    void export(IrModule ir, String symbol) {
        SharedStorage.export(ir, symbol, elements, size, largestSize);
    }

    /** Makes the module's own table as new: null everywhere, of its initial size. What was never in it is still null. */
    void clear(IrBuilder builder) {
        if (foreign == null) {
            builder.fill(elements, context.zero(context.i8), bytes(builder, size(builder)));
            if (largestSize > initialSize) {
                builder.store(context.constant((int) initialSize), size);
            }
        }
    }

    /** How many elements it has now, as an i32. */
    LLVMValueRef size(IrBuilder builder) {
        if (foreign != null) {
            return foreign.size(builder);
        }
        return largestSize > initialSize ? builder.loadBetween(initialSize, largestSize, size) : context.constant((int) initialSize);
    }

    @Override
    public LLVMValueRef callee(IrBuilder builder, TrapSites traps, FunctionType type, LLVMValueRef index) {
        traps.trapIf(isOutside(builder, index), TrapKind.UNDEFINED_ELEMENT);
        return references.code(builder, traps, builder.load(context.pointer, place(builder, index)), type);
    }

    /** The address of an element; traps if the table doesn't have it. */
    public LLVMValueRef element(IrBuilder builder, TrapSites traps, LLVMValueRef index) {
        traps.trapIf(isOutside(builder, index), TrapKind.OUT_OF_BOUNDS_TABLE);
        return place(builder, index);
    }

    /** The address of the first of {@code count} elements; traps if the table doesn't have them all. */
    public LLVMValueRef range(IrBuilder builder, TrapSites traps, LLVMValueRef index, LLVMValueRef count) {
        LLVMValueRef end = builder.binary(LLVMAdd, wide(builder, index), wide(builder, count));
        traps.trapIf(foreign == null && builder.isConstantAbove(index, largestSize) ? always()
                : builder.compareIntegers(LLVMIntUGT, end, wide(builder, size(builder))), TrapKind.OUT_OF_BOUNDS_TABLE);
        return place(builder, index);
    }

    /** A constant index where this table will never reach may be too far away for the linker: there the access is left out. */
    private LLVMValueRef isOutside(IrBuilder builder, LLVMValueRef index) {
        return foreign == null && builder.isConstantAbove(index, largestSize - 1) ? always()
                : builder.compareIntegers(LLVMIntUGE, index, size(builder));
    }

    private LLVMValueRef always() {
        return context.constant(context.i1, 1);
    }

    private LLVMValueRef wide(IrBuilder builder, LLVMValueRef value) {
        return builder.cast(LLVMZExt, value, context.i64);
    }

    private LLVMValueRef place(IrBuilder builder, LLVMValueRef index) {
        LLVMValueRef start = foreign == null ? elements : foreign.start(builder);
        return builder.element(context.pointer, start, Pointers.index(builder, index, pointerBytes));
    }

    /** How many bytes that many elements (an i32) take. */
    public LLVMValueRef bytes(IrBuilder builder, LLVMValueRef count) {
        LLVMValueRef wideCount = Pointers.index(builder, count, pointerBytes);
        return builder.binary(LLVMMul, wideCount, Pointers.constant(context, pointerBytes, pointerBytes));
    }

    /** Sets {@code count} (i32, unsigned) accessible elements, the first of them at the address {@code first}. */
    public void fill(IrBuilder builder, LLVMValueRef first, LLVMValueRef value, LLVMValueRef count) {
        LLVMValueRef start = context.constant(0);
        LLVMBasicBlockRef before = builder.currentBlock();
        LLVMBasicBlockRef loop = builder.newBlock();
        LLVMBasicBlockRef end = builder.newBlock();
        builder.branch(builder.compareIntegers(LLVMIntEQ, count, start), end, loop);
        builder.continueIn(loop);
        LLVMValueRef position = builder.phi(context.i32);
        builder.store(value, builder.element(context.pointer, first, Pointers.index(builder, position, pointerBytes)));
        LLVMValueRef next = builder.binary(LLVMAdd, position, context.constant(1));
        builder.addIncoming(position, start, before);
        builder.addIncoming(position, next, loop);
        builder.branch(builder.compareIntegers(LLVMIntULT, next, count), loop, end);
        builder.continueIn(end);
    }

    /** {@code table.grow}: the size before, or -1. */
    public LLVMValueRef grow(IrBuilder builder, LLVMValueRef value, LLVMValueRef more) {
        LLVMValueRef before = size(builder);
        LLVMValueRef most = foreign == null ? context.constant((int) largestSize) : foreign.most(builder);
        LLVMValueRef fits = builder.compareIntegers(LLVMIntULE, more, builder.binary(LLVMSub, most, before));
        LLVMValueRef added = builder.select(fits, more, context.constant(0));
        if (foreign != null || largestSize > initialSize) {
            fill(builder, place(builder, before), value, added);
            setSize(builder, builder.binary(LLVMAdd, before, added), added);
        }
        return builder.select(fits, before, context.constant(-1));
    }

    /** Another's size may be a constant in flash, so it is written only where it changes. */
    private void setSize(IrBuilder builder, LLVMValueRef value, LLVMValueRef added) {
        LLVMBasicBlockRef change = builder.newBlock();
        LLVMBasicBlockRef next = builder.newBlock();
        builder.branch(builder.compareIntegers(LLVMIntEQ, added, context.constant(0)), next, change);
        builder.continueIn(change);
        if (foreign == null) {
            builder.store(value, size);
        } else {
            foreign.setSize(builder, value);
        }
        builder.branch(next);
        builder.continueIn(next);
    }
}
