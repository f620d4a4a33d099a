// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.function;

import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.memory.BoundsCheck;
import org.thingspire.aot.translate.memory.LinearMemory;
import org.thingspire.aot.translate.module.SourceLocations;
import org.thingspire.aot.translate.module.TrapSites;
import org.thingspire.aot.translate.table.ConstantTable;
import org.thingspire.aot.translate.table.StoredTable;
import org.thingspire.aot.translate.type.Constants;
import org.thingspire.aot.translate.type.Pointers;

import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.ActiveElement;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.Element;

/**
 * Writes the function that makes an instance as new (specification 4.5.4), the first time and after a restart: memory and
 * tables cleared and back to their initial sizes, globals, element and data segments in order, start function. A segment that
 * doesn't fit traps after those before it have been copied. Imported memories, tables and globals stay as they are.
 */
public final class Initializer {

    private final ModuleScope module;

    public Initializer(ModuleScope module) {
        this.module = module;
    }

    public void write(LLVMValueRef function, SourceLocations.Scope source) {
        try (IrBuilder builder = new IrBuilder(module.ir(), function)) {
            builder.continueIn(builder.newBlock());
            builder.setLocation(source.start());
            TrapSites traps = new TrapSites(builder, module.target());
            clear(builder);
            if (!copyElements(builder, traps)) {
                traps.trap(TrapKind.OUT_OF_BOUNDS_TABLE);
            } else if (!copyData(builder, traps)) {
                traps.trap(TrapKind.OUT_OF_BOUNDS_MEMORY);
            } else {
                module.wasm().wasm().startSection().ifPresent(start -> builder.call(builder.context().function(
                        builder.context().nothing, List.of()), module.functions().value((int) start.startIndex()), List.of()));
                builder.ret();
            }
            traps.finish();
        }
    }

    private void clear(IrBuilder builder) {
        if (module.memory() != null && module.memory().isOwn()) {
            clearMemory(builder);
        }
        module.tables().clear(builder);
        module.globals().initialize(builder, module.expressions());
        module.data().restore(builder);
        module.elements().restore(builder);
    }

    /** What was never accessible is still zero; of guarded memory so is what it had grown by, which the runtime has taken back. */
    private void clearMemory(IrBuilder builder) {
        LinearMemory memory = module.memory();
        LlvmContext context = builder.context();
        if (memory.isGuarded() && memory.layout().growable()) {
            memory.setAccessibleBytes(builder, context.constant((int) memory.layout().initialBytes()));
        }
        LLVMValueRef accessible = Pointers.index(builder, memory.accessibleBytes(builder), module.pointerBytes());
        builder.fill(memory.start(builder), context.constant(context.i8, 0), accessible);
        if (memory.layout().growable()) {
            memory.setAccessibleBytes(builder, context.constant((int) memory.layout().initialBytes()));
        }
    }

    /** Returns whether all segments may fit; one that turns out not to traps. */
    private boolean copyElements(IrBuilder builder, TrapSites traps) {
        int number = 0;
        for (Element element : module.elements().all()) {
            if (element instanceof ActiveElement active) {
                switch (module.tables().calls(active.tableIndex())) {
                    case ConstantTable table -> {
                        if (Constants.unsigned(active.offset()) + active.elementCount() > table.size()) {
                            return false;
                        }
                    }
                    case StoredTable table -> copyElements(builder, traps, table, active, number);
                }
            }
            number++;
        }
        return true;
    }

    private void copyElements(IrBuilder builder, TrapSites traps, StoredTable table, ActiveElement segment, int number) {
        LLVMValueRef offset = module.expressions().evaluate(builder, segment.offset());
        LLVMValueRef count = builder.context().constant(segment.elementCount());
        LLVMValueRef destination = table.range(builder, traps, offset, count);
        builder.copyForward(destination, module.elements().references(number), table.bytes(builder, count));
    }

    /** Returns whether all segments may fit; those up to the first that can't are copied, and one that turns out not to traps. */
    private boolean copyData(IrBuilder builder, TrapSites traps) {
        int number = 0;
        for (DataSegment segment : module.data().all()) {
            if (segment instanceof ActiveDataSegment active) {
                boolean known = module.memory().isOwn() && Constants.isKnown(active.offsetInstructions());
                if (known && Constants.unsigned(active.offsetInstructions()) + segment.data().length > module.memory().layout().initialBytes()) {
                    return false;
                }
                copyData(builder, traps, active, number, known);
            }
            number++;
        }
        return true;
    }

    private void copyData(IrBuilder builder, TrapSites traps, ActiveDataSegment segment, int number, boolean fits) {
        LlvmContext context = builder.context();
        LLVMValueRef offset = module.expressions().evaluate(builder, segment.offsetInstructions());
        LLVMValueRef destination = fits
                ? module.memory().address(builder, offset, 0, module.pointerBytes())
                : new BoundsCheck(module.memory(), builder, traps, module.pointerBytes())
                        .range(offset, context.constant(segment.data().length));
        if (segment.data().length > 0) {
            builder.copyForward(destination, module.data().bytes(number),
                    Pointers.constant(context, segment.data().length, module.pointerBytes()));
        }
    }
}
