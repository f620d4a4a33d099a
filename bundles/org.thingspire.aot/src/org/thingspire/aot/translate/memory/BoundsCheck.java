// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.memory;

import static org.bytedeco.llvm.global.LLVM.LLVMAdd;
import static org.bytedeco.llvm.global.LLVM.LLVMIntUGT;
import static org.bytedeco.llvm.global.LLVM.LLVMSub;
import static org.bytedeco.llvm.global.LLVM.LLVMZExt;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.module.TrapSites;

/**
 * Lets an access to linear memory through only where it stays inside, exactly: {@code index + offset + bytes} is computed
 * without overflow (specification 4.4.7).
 *
 * <p>The usual form is one comparison of the index with a constant, because {@code offset}, {@code bytes} and mostly the
 * memory's size are known; the optimizer understands it. A size that can change is loaded.
 */
public final class BoundsCheck {

    private final LinearMemory memory;
    private final IrBuilder builder;
    private final TrapSites traps;
    private final int pointerBytes;

    public BoundsCheck(LinearMemory memory, IrBuilder builder, TrapSites traps, int pointerBytes) {
        this.memory = memory;
        this.builder = builder;
        this.traps = traps;
        this.pointerBytes = pointerBytes;
    }

    /**
     * The address of {@code bytes} accessible bytes; traps if they aren't.
     *
     * @param index  i32, unsigned
     * @param offset the instruction's static offset, 0 to 2^32-1
     * @param bytes  1 to 16
     */
    public LLVMValueRef address(LLVMValueRef index, long offset, int bytes) {
        LlvmContext context = builder.context();
        long tail = offset + bytes;
        if (isNeverAccessible(index, tail)) {
            traps.trapIf(context.constant(context.i1, 1), TrapKind.OUT_OF_BOUNDS_MEMORY);
        } else if (tail <= memory.layout().initialBytes()) {
            // The memory never shrinks, so what fits its initial size fits always and the subtraction cannot go below zero.
            LLVMValueRef limit = memory.layout().growable()
                    ? builder.binary(LLVMSub, memory.accessibleBytes(builder), context.constant((int) tail))
                    : context.constant((int) (memory.layout().initialBytes() - tail));
            traps.trapIf(builder.compareIntegers(LLVMIntUGT, index, limit), TrapKind.OUT_OF_BOUNDS_MEMORY);
        } else if (memory.layout().growable()) {
            LLVMValueRef end = builder.binary(LLVMAdd, wide(index), context.constant(context.i64, tail));
            trapBehindEnd(end);
        } else {
            traps.trapIf(context.constant(context.i1, 1), TrapKind.OUT_OF_BOUNDS_MEMORY);
        }
        return memory.address(builder, index, offset, pointerBytes);
    }

    /** The address of {@code count} (i32, unsigned) accessible bytes; traps if they aren't. No bytes at the very end are fine. */
    public LLVMValueRef range(LLVMValueRef index, LLVMValueRef count) {
        if (isNeverAccessible(index, 0)) {
            traps.trapIf(builder.context().constant(builder.context().i1, 1), TrapKind.OUT_OF_BOUNDS_MEMORY);
        }
        trapBehindEnd(builder.binary(LLVMAdd, wide(index), wide(count)));
        return memory.address(builder, index, 0, pointerBytes);
    }

    /** Whether a constant index lies where this memory will never reach: such an address may be too far away for the linker. */
    private boolean isNeverAccessible(LLVMValueRef index, long tail) {
        return memory.isOwn() && builder.isConstantAbove(index, memory.layout().reservedBytes() - tail);
    }

    private void trapBehindEnd(LLVMValueRef end) {
        LLVMValueRef limit = wide(memory.accessibleBytes(builder));
        traps.trapIf(builder.compareIntegers(LLVMIntUGT, end, limit), TrapKind.OUT_OF_BOUNDS_MEMORY);
    }

    private LLVMValueRef wide(LLVMValueRef value) {
        return builder.cast(LLVMZExt, value, builder.context().i64);
    }
}
