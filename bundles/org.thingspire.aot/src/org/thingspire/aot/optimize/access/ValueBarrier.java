// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.access;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;

import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.Insertion;
import org.thingspire.aot.llvm.LlvmContext;

/**
 * Passes a value through assembly without instructions, for x86-64. It must be in a register there, all of it, and no pass can tell
 * what comes out.
 */
final class ValueBarrier {

    /** Bits of a register for vectors that each processor of the family has. */
    static final int VECTOR = 128;

    private final LlvmContext context;
    private final boolean isOrdered;

    /** @param isOrdered whether it also stays where it is among accesses that are volatile, and calls */
    ValueBarrier(LlvmContext context, boolean isOrdered) {
        this.context = context;
        this.isOrdered = isOrdered;
    }

    /** What comes out, where the insertion is. */
    LLVMValueRef pass(Insertion insertion, LLVMValueRef value) {
        LLVMTypeRef type = LLVMTypeOf(value);
        LLVMTypeRef passed = registerType(type);
        String constraints = LLVMGetTypeKind(passed) == LLVMIntegerTypeKind ? "=r,0" : "=x,0";
        LLVMValueRef in = insertion.bitCast(value, passed);
        try (PointerPointer<LLVMTypeRef> parameters = LlvmContext.array(List.of(passed));
                PointerPointer<LLVMValueRef> arguments = LlvmContext.array(List.of(in))) {
            LLVMTypeRef function = LLVMFunctionType(passed, parameters, 1, 0);
            LLVMValueRef nothing = LLVMGetInlineAsm(function, "", 0, constraints, constraints.length(), isOrdered ? 1 : 0, 0,
                    LLVMInlineAsmDialectATT, 0);
            LLVMValueRef out = LLVMBuildCall2(insertion.ref(), function, nothing, arguments, 1, "");
            return insertion.bitCast(out, type);
        }
    }

    /** Of the same size, and one that a register has. */
    private LLVMTypeRef registerType(LLVMTypeRef type) {
        int bits = bits(type);
        if (LLVMGetTypeKind(type) != LLVMVectorTypeKind || bits == VECTOR) {
            return type;
        }
        return bits == Long.SIZE ? context.f64 : bits == Integer.SIZE ? context.f32 : context.integer(bits);
    }

    /** How many a value of this type has; 0 if it is neither a number nor a vector. */
    static int bits(LLVMTypeRef type) {
        return switch (LLVMGetTypeKind(type)) {
            case LLVMIntegerTypeKind -> LLVMGetIntTypeWidth(type);
            case LLVMFloatTypeKind -> Float.SIZE;
            case LLVMDoubleTypeKind -> Double.SIZE;
            case LLVMVectorTypeKind -> LLVMGetVectorSize(type) * bits(LLVMGetElementType(type));
            default -> 0;
        };
    }
}
