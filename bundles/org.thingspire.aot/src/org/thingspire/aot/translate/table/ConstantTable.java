// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.table;

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
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.module.DecodedModule;
import org.thingspire.aot.translate.module.Functions;
import org.thingspire.aot.translate.module.TrapSites;
import org.thingspire.aot.translate.type.Constants;
import org.thingspire.aot.translate.type.Pointers;

import run.endive.wasm.types.ActiveElement;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/**
 * A function table that nothing changes after instantiation and that no other module sees ({@link TableUse}): its content is
 * known here and lies in flash, one array of addresses and one of type numbers.
 *
 * <p>Types with the same parameters and results have the same number (structural equality, specification 4.4.8); number 0
 * marks a null element. So one comparison of the type number covers both, and which of the two it was is found out afterwards.
 *
 * <p>Null elements at the end are not stored: a table may have four billion of them.
 */
public final class ConstantTable implements CallTable {

    private static final int NULL = -1;
    private static final long MAX_ELEMENTS = 1 << 20;

    private final IrModule ir;
    private final int index;
    private final int pointerBytes;
    private final Map<FunctionType, Integer> typeNumbers = new LinkedHashMap<>();
    private final LLVMTypeRef numberType;
    private final long declaredSize;
    private final List<Integer> elements = new ArrayList<>();
    private final LLVMValueRef addresses;
    private final LLVMValueRef numbers;

    ConstantTable(int index, long declaredSize, DecodedModule module, IrModule ir, Functions functions, SymbolNames names, int pointerBytes)
            throws UnsupportedModuleException {
        this.ir = ir;
        this.index = index;
        this.pointerBytes = pointerBytes;
        this.declaredSize = declaredSize;
        takeElements(module);
        LlvmContext context = ir.context();
        for (int element : elements) {
            if (element != NULL) {
                number(functions.type(element));
            }
        }
        this.numberType = typeNumbers.size() + 1 < 1 << Byte.SIZE ? context.i8 : context.i32;
        this.addresses = constant(names.placement() + ".table." + index + ".functions", context.pointer,
                elements.stream().map(f -> f == NULL ? context.zero(context.pointer) : functions.value(f)).toList());
        this.numbers = constant(names.placement() + ".table." + index + ".types", numberType,
                elements.stream().map(f -> context.constant(numberType, f == NULL ? 0 : number(functions.type(f)))).toList());
    }

    /** Fills in the segments in order, up to the first that does not fit: there, instantiation traps. */
    private void takeElements(DecodedModule module) throws UnsupportedModuleException {
        for (Element element : module.wasm().elementSection().elements()) {
            if (element instanceof ActiveElement active && active.tableIndex() == index) {
                long offset = Constants.unsigned(active.offset());
                long end = offset + active.elementCount();
                if (end > declaredSize) {
                    return;
                }
                if (active.elementCount() > 0 && end > MAX_ELEMENTS) {
                    throw new UnsupportedModuleException("the function table has elements above number " + MAX_ELEMENTS);
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
    }

    /** How many elements it has, nulls included. */
    public long size() {
        return declaredSize;
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

    @Override
    public LLVMValueRef callee(IrBuilder builder, TrapSites traps, FunctionType type, LLVMValueRef wantedIndex) {
        LlvmContext context = ir.context();
        LLVMValueRef outside = builder.compareIntegers(LLVMIntUGE, wantedIndex, context.constant(elements.size()));
        if (elements.size() == declaredSize) {
            traps.trapIf(outside, TrapKind.UNDEFINED_ELEMENT);
        } else {
            traps.trapIf(outside, () -> builder.compareIntegers(LLVMIntUGE, wantedIndex, context.constant((int) declaredSize)),
                    TrapKind.UNDEFINED_ELEMENT, TrapKind.UNINITIALIZED_ELEMENT);
        }
        LLVMValueRef position = Pointers.index(builder, wantedIndex, pointerBytes);
        LLVMValueRef found = builder.load(numberType, builder.element(numberType, numbers, position));
        // A type that no element has gets a number that none of them carries: not 0, since that is null.
        int wanted = typeNumbers.getOrDefault(type, typeNumbers.size() + 1);
        LLVMValueRef differs = builder.compareIntegers(LLVMIntNE, found, context.constant(numberType, wanted));
        traps.trapIf(differs, () -> builder.compareIntegers(LLVMIntEQ, found, context.zero(numberType)),
                TrapKind.UNINITIALIZED_ELEMENT, TrapKind.INDIRECT_CALL_TYPE);
        return builder.load(context.pointer, builder.element(context.pointer, addresses, position));
    }
}
