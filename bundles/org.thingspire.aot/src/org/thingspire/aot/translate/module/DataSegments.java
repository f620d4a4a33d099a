// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.module;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.module.DecodedModule;

import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.PassiveDataSegment;

/** A module's data segments: bytes in flash, as far as anything copies them from there. */
public final class DataSegments {

    private final IrModule ir;
    private final String prefix;
    private final List<DataSegment> segments;
    private final List<SegmentSize> sizes = new ArrayList<>();
    private final Map<Integer, LLVMValueRef> constants = new HashMap<>();

    public DataSegments(DecodedModule module, IrModule ir, SymbolNames names) {
        this.ir = ir;
        this.prefix = names.placement() + ".data.";
        this.segments = List.of(module.wasm().dataSection().dataSegments());
        boolean drops = module.uses(OpCode.DATA_DROP);
        for (int i = 0; i < segments.size(); i++) {
            sizes.add(size(i, drops));
        }
    }

    private SegmentSize size(int index, boolean drops) {
        if (!(segments.get(index) instanceof PassiveDataSegment passive)) {
            return SegmentSize.none(ir.context());
        }
        return drops
                ? SegmentSize.droppable(ir, prefix + index + ".size", passive.data().length)
                : SegmentSize.lasting(ir.context(), passive.data().length);
    }

    public List<DataSegment> all() {
        return segments;
    }

    public SegmentSize size(int index) {
        return sizes.get(index);
    }

    /** The address of its bytes. */
    public LLVMValueRef bytes(int index) {
        return constants.computeIfAbsent(index, key -> {
            String name = prefix + key;
            LLVMValueRef constant = ir.addVariable(name, ".rodata." + name, ir.context().bytes(segments.get(key).data()));
            ir.setConstant(constant);
            ir.setLocal(constant);
            return constant;
        });
    }

    /** Makes all as new. */
    public void restore(IrBuilder builder) {
        sizes.forEach(size -> size.restore(builder));
    }
}
