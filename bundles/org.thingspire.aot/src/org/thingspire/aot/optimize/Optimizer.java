// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.OptionalLong;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMPassBuilderOptionsRef;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.Architecture;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmRefs;
import org.thingspire.aot.optimize.access.FaultingAccesses;
import org.thingspire.aot.optimize.address.AddressAnchors;
import org.thingspire.aot.optimize.check.CheckElimination;
import org.thingspire.aot.optimize.check.TrapBranches;

/** Transforms LLVM's intermediate code: its own passes, and between them those of this compiler. */
public final class Optimizer {

    private final LLVMTargetMachineRef machine;
    private final CodeTarget target;
    private final Optimization optimization;

    public Optimizer(LLVMTargetMachineRef machine, CodeTarget target, Optimization optimization) {
        this.machine = machine;
        this.target = target;
        this.optimization = optimization;
    }

    /**
     * Transforms the code for speed, or size, as {@link PassPlan} says.
     *
     * @param memory      the name of the variable that holds linear memory; there need not be one
     * @param failedCheck the text of the inline assembly that a failed check of a memory access executes
     * @param guarded     how many bytes linear memory has for good, if accesses past them fault; {@link Long#MAX_VALUE} if it can grow
     */
    public void run(IrModule module, String memory, String failedCheck, OptionalLong guarded) throws CompilerFailure {
        tune(module);
        PassPlan plan = PassPlan.of(optimization);
        if (!plan.first().isEmpty()) {
            run(module, plan.first(), plan.unrollsLoops());
            new CheckElimination(module, new TrapBranches(module.context(), failedCheck), optimization == Optimization.Os, guarded.isEmpty()).run();
        }
        run(module, plan.second(), plan.unrollsLoops());
        if (guarded.isPresent() && optimization != Optimization.O0) {
            replaceChecks(module, memory, failedCheck, guarded.getAsLong());
        }
        new QuietNans(module).run();
        if (target.architecture().isCortexM() && optimization != Optimization.O0) {
            new AddressAnchors(module).run(memory);
            // Only what finds equal addresses: more of the optimizer would put the constants back into the indices.
            run(module, "function(early-cse,dce)", false);
        }
    }

    private void replaceChecks(IrModule module, String memory, String failedCheck, long bytes) throws CompilerFailure {
        LLVMTargetDataRef layout = LLVMCreateTargetDataLayout(machine);
        new FaultingAccesses(module, new TrapBranches(module.context(), failedCheck), layout,
                LLVMGetNamedGlobal(module.ref(), memory), bytes).run();
        LLVMDisposeTargetData(layout);
        // What is left of checks that are gone.
        run(module, "function(simplifycfg,dce)", false);
    }

    /**
     * A level of the x86-64 psABI says which instructions there are. LLVM takes its name also for a processor of that time, on which
     * {@code shld} was a good way to rotate. It takes several times as long as {@code rol} on others; so code is for none in particular.
     */
    private void tune(IrModule module) {
        if (target.architecture() != Architecture.X86_64) {
            return;
        }
        module.definitions().forEach(function -> module.addAttribute(function, module.context().attribute("tune-cpu", "generic")));
    }

    private void run(IrModule module, String passes, boolean unrollsLoops) throws CompilerFailure {
        LLVMPassBuilderOptionsRef options = LLVMCreatePassBuilderOptions();
        LLVMPassBuilderOptionsSetLoopUnrolling(options, unrollsLoops ? 1 : 0);
        LLVMErrorRef error = LLVMRunPasses(module.ref(), passes, machine, options);
        LLVMDisposePassBuilderOptions(options);
        check(error);
    }

    /** Runs one pass on one function. */
    public void run(LLVMValueRef function, String pass) throws CompilerFailure {
        LLVMPassBuilderOptionsRef options = LLVMCreatePassBuilderOptions();
        LLVMErrorRef error = LLVMRunPassesOnFunction(function, pass, machine, options);
        LLVMDisposePassBuilderOptions(options);
        check(error);
    }

    private static void check(LLVMErrorRef error) throws CompilerFailure {
        if (LlvmRefs.isSet(error)) {
            BytePointer text = LLVMGetErrorMessage(error);
            String reason = text.getString();
            LLVMDisposeErrorMessage(text);
            throw new CompilerFailure("optimization failed: " + reason);
        }
    }
}
