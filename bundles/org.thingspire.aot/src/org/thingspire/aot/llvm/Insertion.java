// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Puts new instructions into code that is there already, at a place that can be moved. {@link IrBuilder} writes new functions. */
public final class Insertion implements AutoCloseable {

    private final LlvmContext context;
    private final LLVMBuilderRef builder;
    private final BytePointer unnamed = new BytePointer("");

    /** Has no place yet. */
    public Insertion(LlvmContext context) {
        this.context = context;
        this.builder = LLVMCreateBuilderInContext(context.ref());
    }

    /** Begins in front of an instruction. */
    public static Insertion before(LlvmContext context, LLVMValueRef instruction) {
        Insertion insertion = new Insertion(context);
        insertion.moveBefore(instruction);
        return insertion;
    }

    @Override
    public void close() {
        LLVMDisposeBuilder(builder);
        unnamed.close();
    }

    /** Goes on in front of an instruction, in its place in the source. */
    public void moveBefore(LLVMValueRef instruction) {
        LLVMPositionBuilderBefore(builder, instruction);
    }

    /** Goes on at the end of a block. */
    public void moveToEnd(LLVMBasicBlockRef block) {
        LLVMPositionBuilderAtEnd(builder, block);
    }

    public LlvmContext context() {
        return context;
    }

    /** For what has no method here. */
    public LLVMBuilderRef ref() {
        return builder;
    }

    public LLVMValueRef add(LLVMValueRef left, LLVMValueRef right) {
        return LLVMBuildAdd(builder, left, right, unnamed);
    }

    public LLVMValueRef compare(int predicate, LLVMValueRef left, LLVMValueRef right) {
        return LLVMBuildICmp(builder, predicate, left, right, unnamed);
    }

    public LLVMValueRef bitCast(LLVMValueRef value, LLVMTypeRef type) {
        return LLVMBuildBitCast(builder, value, type, unnamed);
    }

    /** The address so many bytes after another. */
    public LLVMValueRef address(LLVMValueRef base, LLVMValueRef bytes) {
        try (PointerPointer<LLVMValueRef> indices = LlvmContext.array(List.of(bytes))) {
            return LLVMBuildGEP2(builder, context.i8, base, indices, 1, "");
        }
    }

    /** A phi without any way into it yet. */
    public LLVMValueRef phi(LLVMTypeRef type) {
        return LLVMBuildPhi(builder, type, unnamed);
    }

    /** Adds a way into a phi, wherever this is. */
    public static void addIncoming(LLVMValueRef phi, LLVMValueRef value, LLVMBasicBlockRef from) {
        try (PointerPointer<LLVMValueRef> values = LlvmContext.array(List.of(value));
                PointerPointer<LLVMBasicBlockRef> blocks = LlvmContext.array(List.of(from))) {
            LLVMAddIncoming(phi, values, blocks, 1);
        }
    }

    public void branch(LLVMBasicBlockRef target) {
        LLVMBuildBr(builder, target);
    }

    public void branch(LLVMValueRef condition, LLVMBasicBlockRef whenTrue, LLVMBasicBlockRef whenFalse) {
        LLVMBuildCondBr(builder, condition, whenTrue, whenFalse);
    }

    public void unreachable() {
        LLVMBuildUnreachable(builder);
    }

    /** Adds an empty block to a function; the place stays where it is. */
    public LLVMBasicBlockRef newBlock(LLVMValueRef function) {
        return LLVMAppendBasicBlockInContext(context.ref(), function, unnamed);
    }
}
