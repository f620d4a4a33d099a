// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.memory;

import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;

/**
 * A memory or table that another object owns. {@link org.thingspire.aot.api.SymbolNames#imported} tells the contract: the import
 * is a pointer to the owner's description of it, {start, address of the size now, largest size}.
 */
public final class SharedStorage {

    private static final int START = 0;
    private static final int SIZE = 1;
    private static final int MOST = 2;

    private final LlvmContext context;
    private final LLVMValueRef pointer;

    public SharedStorage(LlvmContext context, LLVMValueRef pointer) {
        this.context = context;
        this.pointer = pointer;
    }

    /** Shows a memory or table of this object to others. Sizes are i32: bytes or elements. */
    public static void export(IrModule ir, String symbol, LLVMValueRef start, LLVMValueRef size, long most) {
        LLVMValueRef description = ir.context().constantStruct(List.of(start, size, ir.context().constant((int) most)));
        ir.setConstant(ir.addVariable(symbol, ".rodata." + symbol, description));
    }

    public LLVMValueRef start(IrBuilder builder) {
        return builder.load(context.pointer, member(builder, START));
    }

    public LLVMValueRef size(IrBuilder builder) {
        return builder.load(context.i32, sizeAddress(builder));
    }

    public void setSize(IrBuilder builder, LLVMValueRef value) {
        builder.store(value, sizeAddress(builder));
    }

    private LLVMValueRef sizeAddress(IrBuilder builder) {
        return builder.load(context.pointer, member(builder, SIZE));
    }

    public LLVMValueRef most(IrBuilder builder) {
        return builder.load(context.i32, member(builder, MOST));
    }

    private LLVMValueRef member(IrBuilder builder, int index) {
        LLVMTypeRef layout = context.struct(List.of(context.pointer, context.pointer, context.i32));
        return builder.memberAddress(layout, builder.load(context.pointer, pointer), index);
    }
}
