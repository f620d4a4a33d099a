// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.module;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.llvm.IrBuilder;

/**
 * The places where one function stops when a check fails. The good path costs a compare and a branch; the trap itself is an
 * undefined instruction, out of line after the function's code, that carries the kind for the fault handler.
 *
 * <p>Every site stays an instruction of its own, whatever the optimizer would like to merge, since its address is what
 * tells the user the source line.
 */
public final class TrapSites {

    private final IrBuilder builder;
    private final CodeTarget target;
    private final List<LLVMBasicBlockRef> blocks = new ArrayList<>();

    public TrapSites(IrBuilder builder, CodeTarget target) {
        this.builder = builder;
        this.target = target;
    }

    /** Traps if the condition (an i1) holds, else goes on. */
    public void trapIf(LLVMValueRef condition, TrapKind kind) {
        LLVMBasicBlockRef good = builder.newBlock();
        builder.branchUnlikelyOrDecided(condition, block(kind), good);
        builder.continueIn(good);
    }

    /**
     * Traps if the condition (an i1) holds, else goes on.
     *
     * @param choice computes, out of line, whether the trap is of the first kind rather than of the second
     */
    public void trapIf(LLVMValueRef condition, Supplier<LLVMValueRef> choice, TrapKind first, TrapKind second) {
        LLVMBasicBlockRef good = builder.newBlock();
        LLVMBasicBlockRef bad = builder.newBlock();
        blocks.add(bad);
        builder.branchUnlikelyOrDecided(condition, bad, good);
        builder.returnTo(bad);
        builder.branch(choice.get(), block(first), block(second));
        builder.continueIn(good);
    }

    /** Ends the current block. */
    public void trap(TrapKind kind) {
        LLVMValueRef call = builder.assembly(instruction(target, kind), "~{memory}");
        builder.addCallAttribute(call, "noreturn");
        builder.addCallAttribute(call, "nomerge");
        builder.addCallAttribute(call, "cold");
        builder.addCallAttribute(call, "nounwind");
        builder.unreachable();
    }

    /** Moves the traps after the function's code. */
    public void finish() {
        blocks.forEach(builder::moveToEnd);
    }

    private LLVMBasicBlockRef block(TrapKind kind) {
        LLVMBasicBlockRef current = builder.currentBlock();
        LLVMBasicBlockRef block = builder.newBlock();
        blocks.add(block);
        builder.returnTo(block);
        trap(kind);
        builder.returnTo(current);
        return block;
    }

    /**
     * An instruction that no processor of the family will ever define. The clobbered memory in the constraints keeps every
     * store that precedes the trap in the program before it.
     */
    public static String instruction(CodeTarget target, TrapKind kind) {
        return target.architecture().trapInstruction(kind.number());
    }
}
