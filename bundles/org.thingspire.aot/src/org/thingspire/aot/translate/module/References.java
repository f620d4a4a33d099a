// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.module;

import static org.bytedeco.llvm.global.LLVM.LLVMIntEQ;
import static org.bytedeco.llvm.global.LLVM.LLVMIntNE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.module.Signatures;

import run.endive.wasm.types.FunctionType;

/**
 * References as values: pointers, null for {@code ref.null}. An {@code externref} is whatever pointer the host gave. A
 * {@code funcref} points to two words in flash: the function's code and its type's mark.
 *
 * <p>A type's mark is the address of a byte that all objects define under the same name, made of the type's letters; the
 * linker keeps one. So functions of separately compiled modules have equal types (structurally, specification 4.4.8.12)
 * exactly when their marks are equal.
 */
public final class References {

    private static final int CODE = 0;
    private static final int MARK = 1;

    private final IrModule ir;
    private final Functions functions;
    private final SymbolNames names;
    private final LlvmContext context;
    private final LLVMTypeRef layout;
    private final Map<Integer, LLVMValueRef> known = new HashMap<>();
    private final Map<FunctionType, LLVMValueRef> marks = new HashMap<>();

    public References(IrModule ir, Functions functions, SymbolNames names) {
        this.ir = ir;
        this.functions = functions;
        this.names = names;
        this.context = ir.context();
        this.layout = context.struct(List.of(context.pointer, context.pointer));
    }

    public LLVMValueRef none() {
        return context.zero(context.pointer);
    }

    /** The reference to a function of the module. */
    public LLVMValueRef function(int index) {
        return known.computeIfAbsent(index, key -> {
            String name = names.placement() + ".ref." + key;
            LLVMValueRef pair = context.constantStruct(List.of(functions.value(key), mark(functions.type(key))));
            LLVMValueRef reference = ir.addVariable(name, ".rodata." + name, pair);
            ir.setConstant(reference);
            ir.setLocal(reference);
            return reference;
        });
    }

    private LLVMValueRef mark(FunctionType type) {
        return marks.computeIfAbsent(type, key -> {
            String name = SymbolNames.type(Signatures.ofKnown(key));
            return ir.addShared(name, ".rodata." + name, context.zero(context.i8));
        });
    }

    /** The code behind a reference; traps if it is null or has another type. */
    public LLVMValueRef code(IrBuilder builder, TrapSites traps, LLVMValueRef reference, FunctionType type) {
        traps.trapIf(builder.compareIntegers(LLVMIntEQ, reference, none()), TrapKind.UNINITIALIZED_ELEMENT);
        LLVMValueRef found = builder.load(context.pointer, builder.memberAddress(layout, reference, MARK));
        traps.trapIf(builder.compareIntegers(LLVMIntNE, found, mark(type)), TrapKind.INDIRECT_CALL_TYPE);
        return builder.load(context.pointer, builder.memberAddress(layout, reference, CODE));
    }
}
