// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize;

import static org.bytedeco.llvm.global.LLVM.*;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmRefs;

/**
 * LLVM's loop strength reduction at -Os, which gives loops pointers that step through arrays. That makes a loop smaller, unless it
 * still has a check: this needs the index as before, and a pointer beside it is one more variable. So functions that may trap are left out.
 */
public final class LoopReduction {

    private static final String PASS = "loop(loop-reduce)";

    private LoopReduction() {
    }

    /** Runs a pass on one function. */
    @FunctionalInterface
    public interface Optimizer {
        void run(LLVMValueRef function, String pass) throws CompilerFailure;
    }

    public static void run(IrModule module, Optimizer optimizer) throws CompilerFailure {
        for (LLVMValueRef function : module.definitions()) {
            if (!mayTrap(function)) {
                optimizer.run(function, PASS);
            }
        }
    }

    /** Nothing but a trap is written in assembly where a {@link org.thingspire.aot.optimize.access.ValueBarrier} is not. */
    private static boolean mayTrap(LLVMValueRef function) {
        return LlvmRefs.blocks(function).stream().flatMap(block -> LlvmRefs.instructions(block).stream())
                .anyMatch(instruction -> LLVMGetInstructionOpcode(instruction) == LLVMCall
                        && LlvmRefs.isSet(LLVMIsAInlineAsm(LLVMGetCalledValue(instruction))));
    }
}
