// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.module;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.module.DecodedModule;
import org.thingspire.aot.module.StackPointer;
import org.thingspire.aot.translate.type.Constants;
import org.thingspire.aot.translate.type.ValueTypes;

import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.Global;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.MutabilityType;

/**
 * A module's globals, imported ones first: constants where they cannot change and their value is known, pointers to another's
 * variable where they are imported, else local variables, which initialization sets.
 */
public final class Globals {

    /** Exactly one of the three says where the value is: the value itself, its variable, or a variable with a pointer to that. */
    private record Place(LLVMTypeRef type, LLVMValueRef constant, LLVMValueRef variable, LLVMValueRef pointer) {
    }

    private final IrModule ir;
    private final List<Global> own;
    private final int importedCount;
    private final List<Place> places = new ArrayList<>();

    public Globals(DecodedModule module, IrModule ir, ImportedState imports, ValueTypes types, References references, SymbolNames names,
            CompileOptions options) throws UnsupportedModuleException {
        this.ir = ir;
        this.own = List.of(module.wasm().globalSection().globals());
        for (GlobalImport global : module.imports(GlobalImport.class)) {
            places.add(new Place(types.of(global.type()), null, null, imports.pointer(global)));
        }
        this.importedCount = places.size();
        for (Global global : own) {
            LLVMTypeRef type = types.of(global.valueType());
            boolean constant = global.mutabilityType() != MutabilityType.Var && Constants.isSettled(global.initInstructions());
            places.add(constant
                    ? new Place(type, constant(global, references, types), null, null)
                    : new Place(type, null, variable(names.placement() + ".global." + places.size(), ".bss.", ir.context().zero(type)),
                            null));
        }
        if (options.sharesState()) {
            module.ownExports(ExternalType.GLOBAL).forEach(export -> export(export, names.export(export.name())));
        }
        StackPointer.of(module).ifPresent(global -> ir.addAlias(names.stackPointer(), places.get(global).type(), places.get(global).variable()));
    }

    private LLVMValueRef constant(Global global, References references, ValueTypes types) {
        return ConstantExpressions.isSingle(global.initInstructions())
                ? ConstantExpressions.single(ir.context(), references, global.initInstructions().getFirst())
                : ir.context().constant(types.of(global.valueType()), Constants.bits(global.initInstructions()));
    }

    private LLVMValueRef variable(String name, String section, LLVMValueRef value) {
        LLVMValueRef variable = ir.addVariable(name, section + name, value);
        ir.setLocal(variable);
        return variable;
    }

    private void export(Export export, String symbol) {
        Place place = places.get(export.index());
        LLVMValueRef variable = place.variable();
        if (variable == null) {
            variable = variable(symbol + ".value", ".rodata.", place.constant());
            ir.setConstant(variable);
        }
        ir.addAlias(symbol, place.type(), variable);
    }

    public LLVMValueRef get(IrBuilder builder, int index) {
        Place place = places.get(index);
        return place.constant() != null ? place.constant() : builder.load(place.type(), address(builder, place));
    }

    public void set(IrBuilder builder, int index, LLVMValueRef value) {
        builder.store(value, address(builder, places.get(index)));
    }

    private LLVMValueRef address(IrBuilder builder, Place place) {
        return place.variable() != null ? place.variable() : builder.load(ir.context().pointer, place.pointer());
    }

    /** Gives every variable of the module its initial value. */
    public void initialize(IrBuilder builder, ConstantExpressions expressions) {
        for (int i = 0; i < own.size(); i++) {
            if (places.get(importedCount + i).variable() != null) {
                set(builder, importedCount + i, expressions.evaluate(builder, own.get(i).initInstructions()));
            }
        }
    }
}
