// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.SymbolNames;
import org.thingspire.aot.TrapKind;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;

import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.DataSegment;

/**
 * Writes the function that makes an instance as new (specification 4.5.4), the first time and after a restart: memory
 * zeroed and back to its initial size, globals, element and data segments in order, start function. A segment that doesn't
 * fit traps after those before it have been copied.
 */
final class Initializer {

    private final ModuleScope module;
    private final SymbolNames names;

    Initializer(ModuleScope module, SymbolNames names) {
        this.module = module;
        this.names = names;
    }

    void write(LLVMValueRef function, SourceLocations.Scope source) {
        try (IrBuilder builder = new IrBuilder(module.ir(), function)) {
            builder.continueIn(builder.newBlock());
            builder.setLocation(source.start());
            TrapSites traps = new TrapSites(builder, module.target());
            if (module.wasm().memory().isPresent()) {
                clearMemory(builder);
            }
            module.globals().initialize(builder);
            if (module.table().initializationTraps()) {
                traps.trap(TrapKind.OUT_OF_BOUNDS_TABLE);
                return;
            }
            if (!copyData(builder)) {
                traps.trap(TrapKind.OUT_OF_BOUNDS_MEMORY);
                return;
            }
            module.wasm().wasm().startSection().ifPresent(start -> builder.call(builder.context().function(
                    builder.context().nothing, List.of()), module.functions().value((int) start.startIndex()), new ArrayList<>()));
            builder.ret();
        }
    }

    /** What was never accessible is still zero. */
    private void clearMemory(IrBuilder builder) {
        LinearMemory memory = module.memory();
        LlvmContext context = builder.context();
        LLVMValueRef accessible = Pointers.index(builder, memory.accessibleBytes(builder), module.pointerBytes());
        builder.fill(memory.start(), context.constant(context.i8, 0), accessible);
        if (memory.layout().growable()) {
            memory.setAccessibleBytes(builder, context.constant((int) memory.layout().initialBytes()));
        }
    }

    /** Returns whether all segments fit; those up to the first that doesn't are copied. */
    private boolean copyData(IrBuilder builder) {
        LlvmContext context = builder.context();
        int number = 0;
        for (DataSegment segment : module.wasm().wasm().dataSection().dataSegments()) {
            if (segment instanceof ActiveDataSegment active) {
                long offset = Constants.unsigned(active.offsetInstructions());
                byte[] data = segment.data();
                if (offset + data.length > module.memory().layout().initialBytes()) {
                    return false;
                }
                if (data.length > 0) {
                    LLVMValueRef destination = builder.element(context.i8, module.memory().start(),
                            Pointers.constant(context, offset, module.pointerBytes()));
                    builder.copyForward(destination, constant(data, number),
                            Pointers.constant(context, data.length, module.pointerBytes()));
                }
            }
            number++;
        }
        return true;
    }

    private LLVMValueRef constant(byte[] data, int number) {
        String name = names.placement() + ".data." + number;
        LLVMValueRef constant = module.ir().addVariable(name, ".rodata." + name, module.ir().context().bytes(data));
        module.ir().setConstant(constant);
        module.ir().setLocal(constant);
        return constant;
    }
}
