// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.type;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;

import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/** Wasm types as LLVM types inside an object, where a function with several results returns a struct of them. See {@link CAbi}. */
public final class ValueTypes {

    private final LlvmContext context;

    public ValueTypes(LlvmContext context) {
        this.context = context;
    }

    public LLVMTypeRef of(ValType type) {
        return switch (type.opcode()) {
            case ValType.ID.I32 -> context.i32;
            case ValType.ID.I64 -> context.i64;
            case ValType.ID.F32 -> context.f32;
            case ValType.ID.F64 -> context.f64;
            case ValType.ID.V128 -> VectorShape.common(context);
            case ValType.ID.Ref, ValType.ID.RefNull -> context.pointer;
            default -> throw new IllegalStateException("SupportCheck let pass " + type);
        };
    }

    public List<LLVMTypeRef> of(List<ValType> types) {
        return types.stream().map(this::of).toList();
    }

    LLVMTypeRef result(FunctionType type) {
        return switch (type.returns().size()) {
            case 0 -> context.nothing;
            case 1 -> of(type.returns().getFirst());
            default -> results(type);
        };
    }

    /** The struct of several results. */
    LLVMTypeRef results(FunctionType type) {
        return context.struct(of(type.returns()));
    }

    /** The type inside the object. */
    public LLVMTypeRef function(FunctionType type) {
        return context.function(result(type), of(type.params()));
    }

    /** The results of a call as separate values. */
    public List<LLVMValueRef> unpack(IrBuilder builder, FunctionType type, LLVMValueRef result) {
        if (type.returns().size() <= 1) {
            return type.returns().isEmpty() ? List.of() : List.of(result);
        }
        List<LLVMValueRef> values = new ArrayList<>();
        for (int i = 0; i < type.returns().size(); i++) {
            values.add(builder.member(result, i));
        }
        return values;
    }

    /** Ends a function with the given results. */
    public void emitReturn(IrBuilder builder, FunctionType type, List<LLVMValueRef> values) {
        switch (values.size()) {
            case 0 -> builder.ret();
            case 1 -> builder.ret(values.getFirst());
            default -> {
                LLVMValueRef struct = builder.undefined(results(type));
                for (int i = 0; i < values.size(); i++) {
                    struct = builder.withMember(struct, i, values.get(i));
                }
                builder.ret(struct);
            }
        }
    }
}
