// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.function;

import static org.bytedeco.llvm.global.LLVM.LLVMBitCast;
import static org.bytedeco.llvm.global.LLVM.LLVMIntNE;
import static org.bytedeco.llvm.global.LLVM.LLVMZExt;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.translate.memory.BoundsCheck;
import org.thingspire.aot.translate.module.SourceLocations;
import org.thingspire.aot.translate.module.TrapSites;
import org.thingspire.aot.translate.type.VectorShape;

import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.ValType;

/**
 * Translates one function's body, instruction by instruction. The families of instructions get everything they need from
 * here: the builder, the value and control stacks, locals, checks, and the module around.
 */
public final class FunctionTranslator implements AutoCloseable {

    private final ModuleScope module;
    private final OpcodeTable opcodes;
    private final FunctionType type;
    private final IrBuilder builder;
    private final FunctionState state;
    private final TrapSites traps;
    private final BoundsCheck bounds;
    private final List<LLVMTypeRef> localTypes = new ArrayList<>();
    private final List<LLVMValueRef> locals = new ArrayList<>();

    public FunctionTranslator(ModuleScope module, OpcodeTable opcodes, FunctionType type, LLVMValueRef function) {
        this.module = module;
        this.opcodes = opcodes;
        this.type = type;
        this.builder = new IrBuilder(module.ir(), function);
        this.state = new FunctionState(builder);
        this.traps = new TrapSites(builder, module.target());
        this.bounds = new BoundsCheck(module.memory(), builder, traps, module.pointerBytes());
    }

    @Override
    public void close() {
        builder.close();
    }

    public void translate(FunctionBody body, SourceLocations.Scope source) {
        builder.continueIn(builder.newBlock());
        builder.setLocation(source.start());
        defineLocals(body.localTypes());
        state.open(ControlFrame.block(0, module.types().of(type.returns()), builder.newBlock()));
        for (Instruction instruction : body.instructions()) {
            builder.setLocation(source.at(instruction.address()));
            if (!state.isDead() || state.revives(instruction.opcode())) {
                opcodes.get(instruction.opcode()).translate(this, instruction);
            }
        }
        traps.finish();
    }

    private void defineLocals(List<ValType> additional) {
        for (ValType parameter : type.params()) {
            LLVMValueRef variable = defineLocal(parameter);
            builder.store(builder.parameter(locals.size() - 1), variable);
        }
        for (ValType local : additional) {
            LLVMValueRef variable = defineLocal(local);
            builder.store(context().zero(module.types().of(local)), variable);
        }
    }

    private LLVMValueRef defineLocal(ValType local) {
        LLVMTypeRef localType = module.types().of(local);
        LLVMValueRef variable = builder.allocate(localType);
        localTypes.add(localType);
        locals.add(variable);
        return variable;
    }

    public ModuleScope module() {
        return module;
    }

    public FunctionType type() {
        return type;
    }

    public LlvmContext context() {
        return builder.context();
    }

    public IrBuilder builder() {
        return builder;
    }

    public FunctionState state() {
        return state;
    }

    public TrapSites traps() {
        return traps;
    }

    public BoundsCheck bounds() {
        return bounds;
    }

    public LLVMTypeRef localType(int index) {
        return localTypes.get(index);
    }

    public LLVMValueRef local(int index) {
        return locals.get(index);
    }

    // What nearly every instruction does

    public void push(LLVMValueRef value) {
        state.push(value);
    }

    public LLVMValueRef pop() {
        return state.pop();
    }

    /** Any vector of 128 bits, as a v128. */
    public void pushVector(LLVMValueRef vector) {
        push(builder.cast(LLVMBitCast, vector, VectorShape.common(context())));
    }

    /** A v128, seen as that shape. */
    public LLVMValueRef pop(VectorShape shape) {
        return builder.cast(LLVMBitCast, pop(), shape.type(context()));
    }

    /** Wasm's truth values are i32. */
    public void pushTruth(LLVMValueRef condition) {
        push(builder.cast(LLVMZExt, condition, context().i32));
    }

    /** An i32 that is not zero, as an i1. */
    public LLVMValueRef popTruth() {
        return builder.compareIntegers(LLVMIntNE, pop(), context().constant(0));
    }
}
