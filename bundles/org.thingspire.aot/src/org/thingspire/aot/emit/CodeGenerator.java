// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.emit;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;
import java.util.OptionalLong;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.llvm.Diagnostics;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmRefs;
import org.thingspire.aot.optimize.LoopReduction;
import org.thingspire.aot.optimize.Optimizer;

/** From LLVM's intermediate code to an object file for one processor. */
public final class CodeGenerator implements AutoCloseable {

    private final LLVMTargetMachineRef machine;
    private final CodeTarget target;
    private final GeneratorOptions options;
    private final Optimizer optimizer;

    /** @param searchesMemory see {@link GeneratorOptions} */
    public CodeGenerator(CodeTarget target, Optimization optimization, boolean searchesMemory) throws CompilerFailure {
        this.target = target;
        var found = Targets.find(target);
        this.options = GeneratorOptions.of(target, optimization, searchesMemory);
        // Position-independent code on Linux, where executables are so by default; fixed addresses on a chip.
        int relocation = target.isHosted() ? LLVMRelocPIC : LLVMRelocStatic;
        this.machine = LLVMCreateTargetMachine(found, Targets.normalizedTriple(target), target.cpu(), target.features(),
                codeGenLevel(optimization), relocation, LLVMCodeModelDefault);
        if (!LlvmRefs.isSet(machine)) {
            throw new CompilerFailure("no code generator for " + target);
        }
        this.optimizer = new Optimizer(machine, target, optimization);
    }

    private static int codeGenLevel(Optimization optimization) {
        return switch (optimization) {
            case O0 -> LLVMCodeGenLevelNone;
            case O1 -> LLVMCodeGenLevelLess;
            case O2, Os -> LLVMCodeGenLevelDefault;
            case O3 -> LLVMCodeGenLevelAggressive;
        };
    }

    @Override
    public void close() {
        LLVMDisposeTargetMachine(machine);
    }

    /** Tells the module what it is compiled for. Comes before anything is added to it. */
    public void prepare(IrModule module) {
        LLVMTargetDataRef layout = LLVMCreateTargetDataLayout(machine);
        LLVMSetModuleDataLayout(module.ref(), layout);
        LLVMDisposeTargetData(layout);
        BytePointer triple = LLVMGetTargetMachineTriple(machine);
        LLVMSetTarget(module.ref(), triple);
        LLVMDisposeMessage(triple);
    }

    public int pointerBytes() {
        LLVMTargetDataRef layout = LLVMCreateTargetDataLayout(machine);
        int bytes = LLVMPointerSize(layout);
        LLVMDisposeTargetData(layout);
        return bytes;
    }

    /**
     * Transforms the code for speed, or size, as {@link org.thingspire.aot.optimize.PassPlan} says, and makes an object file of it.
     *
     * @param memory      the name of the variable that holds linear memory; there need not be one
     * @param failedCheck the text of the inline assembly that a failed check of a memory access executes
     * @param guarded     how many bytes linear memory has for good, if accesses past them fault; {@link Long#MAX_VALUE} if it can grow
     */
    public byte[] generate(IrModule module, String memory, String failedCheck, OptionalLong guarded) throws CompilerFailure {
        return ProcessOptions.generate(options, () -> {
            optimizer.run(module, memory, failedCheck, guarded);
            return emitNow(module);
        });
    }

    /** An object file of the code as it is. */
    public byte[] emit(IrModule module) throws CompilerFailure {
        return ProcessOptions.generate(options, () -> emitNow(module));
    }

    private byte[] emitNow(IrModule module) throws CompilerFailure {
        if (!options.reducesLoops()) {
            LoopReduction.run(module, optimizer::run);
        }
        return StackProbes.areNeededOn(target) ? emitCopy(module) : emit(module.ref());
    }

    /**
     * The code generator chooses by the order in which uses of a value were made. In a copy that is the order of the code, by which it
     * chooses better on Arm.
     */
    private byte[] emitCopy(IrModule module) throws CompilerFailure {
        LLVMModuleRef copy = LLVMCloneModule(module.ref());
        try {
            StackProbes.addTo(copy, module.context());
            return emit(copy);
        } finally {
            LLVMDisposeModule(copy);
        }
    }

    private byte[] emit(LLVMModuleRef module) throws CompilerFailure {
        LLVMMemoryBufferRef buffer = new LLVMMemoryBufferRef();
        BytePointer message = new BytePointer((Pointer) null);
        boolean failed = LLVMTargetMachineEmitToMemoryBuffer(machine, module, LLVMObjectFile, message, buffer) != 0;
        List<String> errors = Diagnostics.take();
        if (failed || !errors.isEmpty()) {
            String reason = errors.isEmpty() && !message.isNull() ? message.getString() : String.join("; ", errors);
            throw new CompilerFailure("code generation failed: " + reason);
        }
        long size = LLVMGetBufferSize(buffer);
        byte[] object = new byte[Math.toIntExact(size)];
        LLVMGetBufferStart(buffer).capacity(size).get(object);
        LLVMDisposeMemoryBuffer(buffer);
        return object;
    }
}
