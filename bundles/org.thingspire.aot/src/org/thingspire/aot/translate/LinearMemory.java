// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.SymbolNames;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;

/**
 * A module's linear memory in its object: the bytes as a variable of static size, so that its address is a constant after
 * linking, and how many of them can be accessed now. That number is a constant too unless the memory can grow.
 */
final class LinearMemory {

    private static final int ALIGNMENT = 8;

    private final LlvmContext context;
    private final MemoryLayout layout;
    private final LLVMValueRef bytes;
    private final LLVMValueRef size;

    LinearMemory(IrModule module, SymbolNames names, MemoryLayout layout) {
        this.context = module.context();
        this.layout = layout;
        this.bytes = module.addVariable(names.memory(), ".bss." + names.memory(),
                context.zero(context.array(context.i8, layout.reservedBytes())));
        module.setAlignment(bytes, ALIGNMENT);
        String sizeSection = (layout.growable() ? ".data." : ".rodata.") + names.memorySize();
        this.size = module.addVariable(names.memorySize(), sizeSection, context.constant((int) layout.initialBytes()));
        if (!layout.growable()) {
            module.setConstant(size);
        }
    }

    MemoryLayout layout() {
        return layout;
    }

    /** The address of byte 0. */
    LLVMValueRef start() {
        return bytes;
    }

    /** How many bytes can be accessed now, as an i32. */
    LLVMValueRef accessibleBytes(IrBuilder builder) {
        return layout.growable() ? builder.load(context.i32, size) : context.constant((int) layout.initialBytes());
    }

    void setAccessibleBytes(IrBuilder builder, LLVMValueRef value) {
        builder.store(value, size);
    }

    /** The address of a byte whose index (an i32, unsigned) is known to be accessible, plus a constant number of bytes. */
    LLVMValueRef address(IrBuilder builder, LLVMValueRef index, long offset, int pointerBytes) {
        LLVMValueRef address = builder.element(context.i8, bytes, Pointers.index(builder, index, pointerBytes));
        return offset == 0 ? address : builder.element(context.i8, address, Pointers.constant(context, offset, pointerBytes));
    }
}
