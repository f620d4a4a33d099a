// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.memory;

import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.type.Pointers;

/**
 * A module's linear memory. Its own: the bytes as a variable of static size, so that its address is a constant after
 * linking, and how many of them can be accessed now. That number is a constant too unless the memory can grow. Another's:
 * address and size are loaded.
 */
public final class LinearMemory {

    private static final int ALIGNMENT = 8;

    private final LlvmContext context;
    private final MemoryLayout layout;
    /** Of the module's own memory, else {@code null}. */
    private final LLVMValueRef bytes;
    private final LLVMValueRef size;
    /** Another's memory, else {@code null}. */
    private final SharedStorage foreign;
    private final boolean isGuarded;

    private LinearMemory(LlvmContext context, MemoryLayout layout, LLVMValueRef bytes, LLVMValueRef size, SharedStorage foreign,
            boolean isGuarded) {
        this.context = context;
        this.layout = layout;
        this.bytes = bytes;
        this.size = size;
        this.foreign = foreign;
        this.isGuarded = isGuarded;
    }

    public static LinearMemory own(IrModule module, SymbolNames names, MemoryLayout layout, boolean isGuarded) {
        LlvmContext context = module.context();
        // As large as it is at first: that much LLVM may take for accessible at any time.
        LLVMValueRef bytes = isGuarded ? module.addForeign(names.memory(), context.array(context.i8, layout.initialBytes()))
                : module.addVariable(names.memory(), ".bss." + names.memory(),
                        context.zero(context.array(context.i8, layout.reservedBytes())));
        module.setAlignment(bytes, ALIGNMENT);
        String sizeSection = (layout.growable() ? ".data." : ".rodata.") + names.memorySize();
        LLVMValueRef size = module.addVariable(names.memorySize(), sizeSection, context.constant((int) layout.initialBytes()));
        if (!layout.growable()) {
            module.setConstant(size);
        }
        if (isGuarded) {
            LLVMValueRef entry = module.addVariable(names.memory() + ".guarded", "ts_memories",
                    context.constantStruct(List.of(bytes, size, context.constant(context.i64, layout.initialBytes()))));
            module.setAlignment(entry, ALIGNMENT); // LLVM's own choice leaves gaps in the table
            module.setRetained(entry);
        }
        return new LinearMemory(context, layout, bytes, size, null, isGuarded);
    }

    public static LinearMemory imported(LlvmContext context, LLVMValueRef pointer) {
        return new LinearMemory(context, MemoryLayout.IMPORTED, null, null, new SharedStorage(context, pointer), false);
    }

    public void export(IrModule ir, String symbol) {
        SharedStorage.export(ir, symbol, bytes, size, layout.reservedBytes());
    }

    public boolean isOwn() {
        return foreign == null;
    }

    public MemoryLayout layout() {
        return layout;
    }

    /** The address of byte 0. */
    public LLVMValueRef start(IrBuilder builder) {
        return isOwn() ? bytes : foreign.start(builder);
    }

    /** How many bytes can be accessed now, as an i32. */
    public LLVMValueRef accessibleBytes(IrBuilder builder) {
        if (!isOwn()) {
            return foreign.size(builder);
        }
        return layout.growable() ? builder.loadBetween(layout.initialBytes(), layout.reservedBytes(), size)
                : context.constant((int) layout.initialBytes());
    }

    public void setAccessibleBytes(IrBuilder builder, LLVMValueRef value) {
        if (isOwn()) {
            builder.store(value, size);
        } else {
            foreign.setSize(builder, value);
        }
    }

    /** Whether accesses past its end fault. */
    public boolean isGuarded() {
        return isGuarded;
    }

    /** How many bytes can ever be accessed, as an i32. */
    public LLVMValueRef mostBytes(IrBuilder builder) {
        return isOwn() ? context.constant((int) layout.reservedBytes()) : foreign.most(builder);
    }

    /** The address of a byte whose index (an i32, unsigned) is known to be accessible, plus a constant number of bytes. */
    public LLVMValueRef address(IrBuilder builder, LLVMValueRef index, long offset, int pointerBytes) {
        LLVMValueRef address = builder.element(context.i8, start(builder), Pointers.index(builder, index, pointerBytes));
        return offset == 0 ? address : builder.element(context.i8, address, Pointers.constant(context, offset, pointerBytes));
    }
}
