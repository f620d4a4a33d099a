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
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.module.DecodedModule;
import org.thingspire.aot.translate.type.Pointers;

import run.endive.wasm.types.Element;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.PassiveElement;

/**
 * A module's element segments as arrays of references, as far as anything copies them: in flash, or in RAM where an imported
 * global supplies a reference.
 */
public final class ElementSegments {

    private final IrModule ir;
    private final References references;
    private final ConstantExpressions expressions;
    private final int pointerBytes;
    private final String prefix;
    private final List<Element> segments;
    private final List<SegmentSize> sizes = new ArrayList<>();
    private final Map<Integer, LLVMValueRef> arrays = new HashMap<>();

    public ElementSegments(DecodedModule module, IrModule ir, References references, ConstantExpressions expressions, SymbolNames names,
            int pointerBytes) {
        this.ir = ir;
        this.references = references;
        this.expressions = expressions;
        this.pointerBytes = pointerBytes;
        this.prefix = names.placement() + ".elements.";
        this.segments = List.of(module.wasm().elementSection().elements());
        boolean drops = module.uses(OpCode.ELEM_DROP);
        for (int i = 0; i < segments.size(); i++) {
            sizes.add(size(i, drops));
        }
    }

    private SegmentSize size(int index, boolean drops) {
        if (!(segments.get(index) instanceof PassiveElement passive)) {
            return SegmentSize.none(ir.context());
        }
        return drops
                ? SegmentSize.droppable(ir, prefix + index + ".size", passive.elementCount())
                : SegmentSize.lasting(ir.context(), passive.elementCount());
    }

    public List<Element> all() {
        return segments;
    }

    public SegmentSize size(int index) {
        return sizes.get(index);
    }

    /** The address of its first reference. */
    public LLVMValueRef references(int index) {
        return arrays.computeIfAbsent(index, this::define);
    }

    private LLVMValueRef define(int index) {
        LlvmContext context = ir.context();
        List<List<Instruction>> initializers = segments.get(index).initializers();
        List<LLVMValueRef> values = initializers.stream().map(initializer -> ConstantExpressions.isSingle(initializer)
                ? ConstantExpressions.single(context, references, initializer.getFirst())
                : references.none()).toList();
        boolean constant = initializers.stream().allMatch(ConstantExpressions::isSingle);
        String name = prefix + index;
        LLVMValueRef array = ir.addVariable(name, (constant ? ".rodata." : ".data.") + name,
                context.constantArray(context.pointer, values));
        ir.setLocal(array);
        if (constant) {
            ir.setConstant(array);
        }
        return array;
    }

    /** Makes all as new: globals have their initial values already. */
    public void restore(IrBuilder builder) {
        sizes.forEach(size -> size.restore(builder));
        for (int i = 0; i < segments.size(); i++) {
            List<List<Instruction>> initializers = segments.get(i).initializers();
            for (int element = 0; element < initializers.size(); element++) {
                if (!ConstantExpressions.isSingle(initializers.get(element))) {
                    LLVMValueRef place = builder.element(ir.context().pointer, references(i),
                            Pointers.constant(ir.context(), element, pointerBytes));
                    builder.store(expressions.evaluate(builder, initializers.get(element)), place);
                }
            }
        }
    }
}
