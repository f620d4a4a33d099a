// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.SymbolNames;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.module.DecodedModule;

import run.endive.wasm.types.Global;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.ValType;

/** A module's globals: constants where they cannot change, else local variables, which initialization sets. */
final class Globals {

    private final ValueTypes types;
    private final List<Global> globals;
    private final List<LLVMValueRef> initial = new ArrayList<>();
    /** {@code null} for a constant. */
    private final List<LLVMValueRef> variables = new ArrayList<>();

    Globals(DecodedModule module, IrModule ir, ValueTypes types, SymbolNames names) {
        this.types = types;
        this.globals = List.of(module.wasm().globalSection().globals());
        for (int i = 0; i < globals.size(); i++) {
            Global global = globals.get(i);
            initial.add(constant(ir.context(), global));
            variables.add(global.mutabilityType() == MutabilityType.Var ? variable(ir, names, i) : null);
        }
    }

    private static LLVMValueRef constant(LlvmContext context, Global global) {
        if (global.valueType().equals(ValType.V128)) {
            Instruction constant = global.initInstructions().getFirst();
            return VectorShape.constant(context, constant.operand(0), constant.operand(1));
        }
        long bits = Constants.bits(global.initInstructions());
        return switch (global.valueType().opcode()) {
            case ValType.ID.I32 -> context.constant((int) bits);
            case ValType.ID.I64 -> context.constant(context.i64, bits);
            case ValType.ID.F32 -> context.float32((int) bits);
            default -> context.float64(bits);
        };
    }

    private LLVMValueRef variable(IrModule ir, SymbolNames names, int index) {
        String name = names.placement() + ".global." + index;
        LLVMValueRef variable = ir.addVariable(name, ".bss." + name, ir.context().zero(types.of(globals.get(index).valueType())));
        ir.setLocal(variable);
        return variable;
    }

    LLVMValueRef get(IrBuilder builder, int index) {
        LLVMValueRef variable = variables.get(index);
        return variable == null ? initial.get(index) : builder.load(types.of(globals.get(index).valueType()), variable);
    }

    void set(IrBuilder builder, int index, LLVMValueRef value) {
        builder.store(value, variables.get(index));
    }

    /** Gives every variable its initial value. */
    void initialize(IrBuilder builder) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i) != null) {
                set(builder, i, initial.get(i));
            }
        }
    }
}
