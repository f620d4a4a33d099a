// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

import static org.bytedeco.llvm.global.LLVM.LLVMIntEQ;
import static org.bytedeco.llvm.global.LLVM.LLVMIntNE;
import static org.bytedeco.llvm.global.LLVM.LLVMIntUGE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.SymbolNames;
import org.thingspire.aot.TrapKind;
import org.thingspire.aot.UnsupportedModuleException;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.module.DecodedModule;

import run.endive.wasm.types.ActiveElement;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/**
 * The function table. In core 1.0 nothing changes a table after instantiation, and the offsets of all segments are
 * constants, so its content is known here and lies in flash: one array of addresses, one of type numbers.
 *
 * <p>Types with the same parameters and results have the same number (structural equality, specification 4.4.8); number 0
 * marks a null element. So one comparison of the type number covers both, and which of the two it was is found out afterwards.
 *
 * <p>Null elements at the end are not stored: a table may have four billion of them.
 */
final class IndirectCalls {

    private static final int NULL = -1;
    private static final long MOST_ELEMENTS = 1 << 20;

    private final IrModule ir;
    private final ValueTypes types;
    private final Map<FunctionType, Integer> typeNumbers = new LinkedHashMap<>();
    private final LLVMTypeRef numberType;
    private final long declaredSize;
    private final List<Integer> elements = new ArrayList<>();
    private final boolean initializationTraps;
    private final LLVMValueRef addresses;
    private final LLVMValueRef numbers;

    IndirectCalls(DecodedModule module, IrModule ir, ValueTypes types, Functions functions, SymbolNames names)
            throws UnsupportedModuleException {
        this.ir = ir;
        this.types = types;
        this.declaredSize = module.wasm().tableSection().tableCount() == 0
                ? 0 : module.wasm().tableSection().getTable(0).limits().min();
        this.initializationTraps = !takeElements(module);
        LlvmContext context = ir.context();
        for (int element : elements) {
            if (element != NULL) {
                number(functions.type(element));
            }
        }
        this.numberType = typeNumbers.size() + 1 < 1 << Byte.SIZE ? context.i8 : context.i32;
        this.addresses = constant(names.placement() + ".table.functions", context.pointer,
                elements.stream().map(f -> f == NULL ? context.zero(context.pointer) : functions.value(f)).toList());
        this.numbers = constant(names.placement() + ".table.types", numberType,
                elements.stream().map(f -> context.constant(numberType, f == NULL ? 0 : number(functions.type(f)))).toList());
    }

    /** Fills in the segments in order, up to the first that does not fit. Returns whether all did. */
    private boolean takeElements(DecodedModule module) throws UnsupportedModuleException {
        for (Element element : module.wasm().elementSection().elements()) {
            if (element instanceof ActiveElement active) {
                long offset = Constants.unsigned(active.offset());
                long end = offset + active.elementCount();
                if (end > declaredSize) {
                    return false;
                }
                if (active.elementCount() > 0 && end > MOST_ELEMENTS) {
                    throw new UnsupportedModuleException("the function table has elements above number " + MOST_ELEMENTS);
                }
                if (active.elementCount() > 0 && elements.size() < end) {
                    elements.addAll(Collections.nCopies((int) end - elements.size(), NULL));
                }
                for (int i = 0; i < active.elementCount(); i++) {
                    Instruction initializer = active.initializers().get(i).getFirst();
                    elements.set((int) offset + i, initializer.opcode() == OpCode.REF_NULL ? NULL : (int) initializer.operand(0));
                }
            }
        }
        return true;
    }

    /** Whether instantiation fails because a segment lies outside the table. */
    boolean initializationTraps() {
        return initializationTraps;
    }

    private int number(FunctionType type) {
        return typeNumbers.computeIfAbsent(type, ignored -> typeNumbers.size() + 1);
    }

    private LLVMValueRef constant(String name, LLVMTypeRef type, List<LLVMValueRef> values) {
        LLVMValueRef array = ir.addVariable(name, ".rodata." + name, ir.context().constantArray(type, values));
        ir.setConstant(array);
        ir.setLocal(array);
        return array;
    }

    /**
     * Calls the table's element number {@code index} (i32, unsigned), which must have the given type.
     *
     * @return the result as {@link ValueTypes#function} says
     */
    LLVMValueRef call(IrBuilder builder, TrapSites traps, int pointerBytes, FunctionType type, LLVMValueRef index,
            List<LLVMValueRef> arguments) {
        LlvmContext context = ir.context();
        LLVMValueRef outside = builder.compareIntegers(LLVMIntUGE, index, context.constant(elements.size()));
        if (elements.size() == declaredSize) {
            traps.trapIf(outside, TrapKind.UNDEFINED_ELEMENT);
        } else {
            traps.trapIf(outside, () -> builder.compareIntegers(LLVMIntUGE, index, context.constant((int) declaredSize)),
                    TrapKind.UNDEFINED_ELEMENT, TrapKind.UNINITIALIZED_ELEMENT);
        }
        LLVMValueRef position = Pointers.index(builder, index, pointerBytes);
        LLVMValueRef found = builder.load(numberType, builder.element(numberType, numbers, position));
        // A type that no element has gets a number that none of them carries: not 0, since that is null.
        int wanted = typeNumbers.getOrDefault(type, typeNumbers.size() + 1);
        LLVMValueRef differs = builder.compareIntegers(LLVMIntNE, found, context.constant(numberType, wanted));
        traps.trapIf(differs, () -> builder.compareIntegers(LLVMIntEQ, found, context.zero(numberType)),
                TrapKind.UNINITIALIZED_ELEMENT, TrapKind.INDIRECT_CALL_TYPE);
        LLVMValueRef callee = builder.load(context.pointer, builder.element(context.pointer, addresses, position));
        return builder.call(types.function(type), callee, arguments);
    }
}
