// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** The blocks of a function, which of them is appended to, and how it is left. {@link IrBuilder} has what stands inside of blocks. */
public abstract sealed class BlockBuilder implements AutoCloseable permits IrBuilder {

    /** Whoever branches over a failed check says that it hardly ever fails. */
    private static final long UNLIKELY = 1;
    private static final long LIKELY = (1L << 20) - 1;

    final LlvmContext context;
    final LLVMValueRef function;
    final LLVMBuilderRef builder;
    final BytePointer unnamed = new BytePointer("");

    BlockBuilder(LlvmContext context, LLVMValueRef function) {
        this.context = context;
        this.function = function;
        this.builder = LLVMCreateBuilderInContext(context.ref());
    }

    @Override
    public void close() {
        LLVMDisposeBuilder(builder);
        unnamed.close();
    }

    public LlvmContext context() {
        return context;
    }

    public LLVMBasicBlockRef newBlock() {
        return LLVMAppendBasicBlockInContext(context.ref(), function, unnamed);
    }

    public LLVMBasicBlockRef currentBlock() {
        return LLVMGetInsertBlock(builder);
    }

    /** What is appended from now on goes to the end of that block, which moves after all others. */
    public void continueIn(LLVMBasicBlockRef block) {
        moveToEnd(block);
        LLVMPositionBuilderAtEnd(builder, block);
    }

    public void moveToEnd(LLVMBasicBlockRef block) {
        LLVMBasicBlockRef last = LLVMGetLastBasicBlock(function);
        if (!block.equals(last)) {
            LLVMMoveBasicBlockAfter(block, last);
        }
    }

    /** Like {@link #continueIn}, but leaves the blocks in their order. */
    public void returnTo(LLVMBasicBlockRef block) {
        LLVMPositionBuilderAtEnd(builder, block);
    }

    public void delete(LLVMBasicBlockRef block) {
        LLVMDeleteBasicBlock(block);
    }

    /** Source position of what is appended from now on; {@code null} for none. */
    public void setLocation(LLVMMetadataRef location) {
        LLVMSetCurrentDebugLocation2(builder, location);
    }

    // Leaving a block

    public void branch(LLVMBasicBlockRef target) {
        LLVMBuildBr(builder, target);
    }

    public void branch(LLVMValueRef condition, LLVMBasicBlockRef whenTrue, LLVMBasicBlockRef whenFalse) {
        LLVMBuildCondBr(builder, condition, whenTrue, whenFalse);
    }

    public void branchUnlikely(LLVMValueRef condition, LLVMBasicBlockRef whenTrue, LLVMBasicBlockRef whenFalse) {
        LLVMValueRef branch = LLVMBuildCondBr(builder, condition, whenTrue, whenFalse);
        LLVMMetadataRef weights = context.metadata(List.of(context.metadata("branch_weights"),
                LLVMValueAsMetadata(context.constant(context.i32, UNLIKELY)),
                LLVMValueAsMetadata(context.constant(context.i32, LIKELY))));
        int kind = LLVMGetMDKindIDInContext(context.ref(), "prof", 4);
        LLVMSetMetadata(branch, kind, LLVMMetadataAsValue(context.ref(), weights));
    }

    /**
     * Like {@link #branchUnlikely}, but a constant condition leaves one way only: neither block may begin with a phi. Without optimization
     * the other way would stay, and an address in there that the condition is about may be too far away for the linker.
     */
    public void branchUnlikelyOrDecided(LLVMValueRef condition, LLVMBasicBlockRef whenTrue, LLVMBasicBlockRef whenFalse) {
        if (isConstant(condition)) {
            branch(LLVMConstIntGetZExtValue(condition) != 0 ? whenTrue : whenFalse);
        } else {
            branchUnlikely(condition, whenTrue, whenFalse);
        }
    }

    /** Goes to {@code targets.get(value)}, or to {@code otherwise} if there is none. */
    public void branchTable(LLVMValueRef value, List<LLVMBasicBlockRef> targets, LLVMBasicBlockRef otherwise) {
        LLVMValueRef table = LLVMBuildSwitch(builder, value, otherwise, targets.size());
        for (int i = 0; i < targets.size(); i++) {
            LLVMAddCase(table, context.constant(i), targets.get(i));
        }
    }

    public void ret(LLVMValueRef value) {
        LLVMBuildRet(builder, value);
    }

    public void ret() {
        LLVMBuildRetVoid(builder);
    }

    public void unreachable() {
        LLVMBuildUnreachable(builder);
    }

    static boolean isConstant(LLVMValueRef integer) {
        return LlvmRefs.isSet(LLVMIsAConstantInt(integer));
    }
}
