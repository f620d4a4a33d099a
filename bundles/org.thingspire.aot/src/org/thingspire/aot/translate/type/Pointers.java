// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.type;

import static org.bytedeco.llvm.global.LLVM.LLVMZExt;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;

/** Wasm's unsigned 32-bit indices as integers of the target's pointer size. LLVM takes the sign of narrower ones into account. */
public final class Pointers {

    private Pointers() {
    }

    public static LLVMValueRef index(IrBuilder builder, LLVMValueRef unsigned32, int pointerBytes) {
        LlvmContext context = builder.context();
        return pointerBytes == Integer.BYTES ? unsigned32 : builder.cast(LLVMZExt, unsigned32, context.i64);
    }

    public static LLVMValueRef constant(LlvmContext context, long value, int pointerBytes) {
        LLVMTypeRef type = pointerBytes == Integer.BYTES ? context.i32 : context.i64;
        return context.constant(type, value);
    }
}
