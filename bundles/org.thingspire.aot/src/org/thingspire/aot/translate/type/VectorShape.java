// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.type;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;

import run.endive.wasm.types.OpCode;

/**
 * A v128 seen as lanes (specification 2.4.2).
 *
 * <p>Between instructions a v128 has four i32 lanes, whoever made it: on the stack, in locals, as parameter and result. On a
 * processor with vector registers the shape makes no difference; on others each lane takes a register of its own, and sixteen i8
 * lanes would take sixteen. What an instruction takes as {@code pop} gives it and leaves by {@code pushVector} are bit casts.
 */
public enum VectorShape {
    I8X16(16),
    I16X8(8),
    I32X4(4),
    I64X2(2),
    F32X4(4),
    F64X2(2);

    public static final int BITS = 128;
    public static final List<VectorShape> INTEGERS = List.of(I8X16, I16X8, I32X4, I64X2);

    private final int lanes;

    VectorShape(int lanes) {
        this.lanes = lanes;
    }

    /** The type of a v128 between instructions. */
    public static LLVMTypeRef common(LlvmContext context) {
        return I32X4.type(context);
    }

    /** The constant with these bits, the less significant ones first. */
    public static LLVMValueRef constant(LlvmContext context, long low, long high) {
        return context.constantVector(List.of(context.constant((int) low), context.constant((int) (low >>> Integer.SIZE)),
                context.constant((int) high), context.constant((int) (high >>> Integer.SIZE))));
    }

    public int lanes() {
        return lanes;
    }

    public int laneBits() {
        return BITS / lanes;
    }

    public LLVMTypeRef lane(LlvmContext context) {
        return switch (this) {
            case I8X16 -> context.i8;
            case I16X8 -> context.i16;
            case I32X4 -> context.i32;
            case I64X2 -> context.i64;
            case F32X4 -> context.f32;
            case F64X2 -> context.f64;
        };
    }

    public LLVMTypeRef type(LlvmContext context) {
        return context.vector(lane(context), lanes);
    }

    /** The integers with twice as many bits, of which half as many fit. */
    public VectorShape wider() {
        return switch (this) {
            case I8X16 -> I16X8;
            case I16X8 -> I32X4;
            case I32X4 -> I64X2;
            default -> throw new IllegalStateException(this + " has no wider integers");
        };
    }

    /** The integers that lie where these lanes do. */
    public VectorShape integers() {
        return switch (this) {
            case F32X4 -> I32X4;
            case F64X2 -> I64X2;
            default -> this;
        };
    }

    /** A constant with one integer in each lane; bits above the lane's width are dropped. */
    public LLVMValueRef each(LlvmContext context, long integer) {
        return each(context, context.constant(lane(context), integer));
    }

    /** A constant with another constant in each lane. */
    public LLVMValueRef each(LlvmContext context, LLVMValueRef lane) {
        return context.constantVector(Collections.nCopies(lanes, lane));
    }

    /** A vector of this shape with one value in each lane. */
    public LLVMValueRef splat(IrBuilder builder, LLVMValueRef value) {
        LLVMValueRef first = builder.withLane(builder.undefined(type(builder.context())), builder.context().constant(0), value);
        return builder.shuffle(first, first, new int[lanes]);
    }

    /** Half of a vector's lanes: {@code count} of them from {@code first} on, each {@code step} after the one before. */
    public static LLVMValueRef lanes(IrBuilder builder, LLVMValueRef vector, int first, int step, int count) {
        return builder.shuffle(vector, vector, IntStream.range(0, count).map(i -> first + i * step).toArray());
    }

    /** The instruction of that name on this shape: {@code I8x16_ADD}. */
    public OpCode opcode(String name) {
        return OpCode.valueOf(opcodeName() + "_" + name);
    }

    /** As Endive writes it in names of instructions: {@code I8x16}. */
    public String opcodeName() {
        return name().replace('X', 'x');
    }
}
