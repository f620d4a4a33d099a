// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.vector;

import static org.bytedeco.llvm.global.LLVM.LLVMAnd;
import static org.bytedeco.llvm.global.LLVM.LLVMIntULT;
import static org.bytedeco.llvm.global.LLVM.LLVMZExt;

import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.Architecture;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.type.VectorShape;

/**
 * Bytes chosen by other bytes, zero where there is none of that number. LLVM has no operation for it that all processors share,
 * so the instruction of those that have one is named here.
 */
enum Swizzle {

    /** {@code pshufb} takes the low four bits, and gives zero if the highest is set: as it becomes for 16 and more. */
    SSSE3 {
        @Override
        LLVMValueRef apply(IrBuilder builder, LLVMValueRef bytes, LLVMValueRef indices) {
            LlvmContext context = builder.context();
            LLVMTypeRef type = VectorShape.I8X16.type(context);
            LLVMValueRef lifted = builder.intrinsic("llvm.uadd.sat", List.of(type),
                    List.of(indices, VectorShape.I8X16.each(context, HIGHEST_BIT - VectorShape.I8X16.lanes())));
            return builder.intrinsic("llvm.x86.ssse3.pshuf.b.128", List.of(), List.of(bytes, lifted));
        }
    },

    /** {@code tbl} is the same instruction as Wasm's. */
    NEON {
        @Override
        LLVMValueRef apply(IrBuilder builder, LLVMValueRef bytes, LLVMValueRef indices) {
            return builder.intrinsic("llvm.aarch64.neon.tbl1", List.of(VectorShape.I8X16.type(builder.context())),
                    List.of(bytes, indices));
        }
    },

    /** Byte by byte out of memory: registers cannot be indexed. */
    BYTEWISE {
        @Override
        LLVMValueRef apply(IrBuilder builder, LLVMValueRef bytes, LLVMValueRef indices) {
            LlvmContext context = builder.context();
            LLVMTypeRef type = VectorShape.I8X16.type(context);
            LLVMValueRef memory = builder.allocateForFunction(type);
            builder.store(bytes, memory);
            LLVMValueRef inside = builder.binary(LLVMAnd, indices, VectorShape.I8X16.each(context, VectorShape.I8X16.lanes() - 1L));
            LLVMValueRef result = builder.undefined(type);
            for (int i = 0; i < VectorShape.I8X16.lanes(); i++) {
                LLVMValueRef lane = context.constant(i);
                LLVMValueRef index = builder.cast(LLVMZExt, builder.lane(inside, lane), context.i32);
                result = builder.withLane(result, lane, builder.load(context.i8, builder.element(context.i8, memory, index)));
            }
            LLVMValueRef exists = builder.compareIntegers(LLVMIntULT, indices,
                    VectorShape.I8X16.each(context, VectorShape.I8X16.lanes()));
            return builder.select(exists, result, context.zero(type));
        }
    };

    private static final int HIGHEST_BIT = 0x80;

    static Swizzle of(CodeTarget target) {
        if (target.architecture() == Architecture.AARCH64) {
            return NEON;
        }
        // All levels above the first have SSSE3.
        return target.architecture() == Architecture.X86_64 && !target.cpu().equals("x86-64") ? SSSE3 : BYTEWISE;
    }

    /** @param bytes and {@code indices}: i8x16; so is the result */
    abstract LLVMValueRef apply(IrBuilder builder, LLVMValueRef bytes, LLVMValueRef indices);
}
