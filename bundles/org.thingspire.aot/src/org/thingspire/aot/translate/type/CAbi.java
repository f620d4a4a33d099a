// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.module.Signatures;

import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.ValType;

/**
 * Translates between how Wasm and C call functions: their types in C, as {@link org.thingspire.wasm.CoreSignature} tells, and adapters from
 * the one to the other. Single numbers pass the same way in both.
 */
public final class CAbi {

    /** Of a v128's two uint64_t, on all targets. */
    private static final int VECTOR_ALIGNMENT = 8;

    private final LlvmContext context;
    private final ValueTypes types;

    public CAbi(LlvmContext context, ValueTypes types) {
        this.context = context;
        this.types = types;
    }

    /** Whether an adapter is needed. */
    public static boolean differs(FunctionType type) {
        return returnsThroughPointer(type) || type.params().contains(ValType.V128);
    }

    private static boolean returnsThroughPointer(FunctionType type) {
        return Signatures.ofKnown(type).returnsThroughPointer();
    }

    /** The function's type in C. */
    public LLVMTypeRef function(FunctionType type) {
        Stream<LLVMTypeRef> results = returnsThroughPointer(type) ? Stream.of(context.pointer) : Stream.empty();
        Stream<LLVMTypeRef> parameters = type.params().stream().map(this::parameter);
        return context.function(returnsThroughPointer(type) ? context.nothing : types.result(type),
                Stream.concat(results, parameters).toList());
    }

    private LLVMTypeRef parameter(ValType type) {
        return type.equals(ValType.V128) ? context.pointer : types.of(type);
    }

    private LLVMTypeRef member(ValType type) {
        return type.equals(ValType.V128) ? context.array(context.i64, 2) : types.of(type);
    }

    private LLVMTypeRef results(FunctionType type) {
        return context.struct(type.returns().stream().map(this::member).toList());
    }

    /** The body of a function that Wasm calls and that calls a C function of the same type. */
    public void emitImportAdapter(IrBuilder builder, FunctionType type, LLVMValueRef callee) {
        List<LLVMValueRef> arguments = new ArrayList<>();
        LLVMValueRef results = returnsThroughPointer(type) ? builder.allocate(results(type)) : null;
        if (results != null) {
            arguments.add(results);
        }
        for (int i = 0; i < type.params().size(); i++) {
            arguments.add(isVector(type.params().get(i)) ? spilled(builder, builder.parameter(i)) : builder.parameter(i));
        }
        LLVMValueRef result = builder.call(function(type), callee, arguments);
        if (results == null) {
            types.emitReturn(builder, type, type.returns().isEmpty() ? List.of() : List.of(result));
            return;
        }
        List<LLVMValueRef> values = new ArrayList<>();
        for (int i = 0; i < type.returns().size(); i++) {
            ValType value = type.returns().get(i);
            LLVMValueRef address = builder.memberAddress(results(type), results, i);
            values.add(isVector(value) ? loadVector(builder, address) : builder.load(types.of(value), address));
        }
        types.emitReturn(builder, type, values);
    }

    private LLVMValueRef spilled(IrBuilder builder, LLVMValueRef vector) {
        LLVMValueRef variable = builder.allocate(member(ValType.V128));
        builder.store(vector, variable, VECTOR_ALIGNMENT);
        return variable;
    }

    /** The body of a function that C calls and that calls a Wasm function of the same type. */
    public void emitExportAdapter(IrBuilder builder, FunctionType type, LLVMValueRef callee) {
        int first = returnsThroughPointer(type) ? 1 : 0;
        List<LLVMValueRef> arguments = new ArrayList<>();
        for (int i = 0; i < type.params().size(); i++) {
            LLVMValueRef parameter = builder.parameter(first + i);
            arguments.add(isVector(type.params().get(i)) ? loadVector(builder, parameter) : parameter);
        }
        LLVMValueRef result = builder.call(types.function(type), callee, arguments);
        if (!returnsThroughPointer(type)) {
            types.emitReturn(builder, type, type.returns().isEmpty() ? List.of() : List.of(result));
            return;
        }
        List<LLVMValueRef> values = types.unpack(builder, type, result);
        for (int i = 0; i < values.size(); i++) {
            LLVMValueRef address = builder.memberAddress(results(type), builder.parameter(0), i);
            if (isVector(type.returns().get(i))) {
                builder.store(values.get(i), address, VECTOR_ALIGNMENT);
            } else {
                builder.store(values.get(i), address);
            }
        }
        builder.ret();
    }

    private LLVMValueRef loadVector(IrBuilder builder, LLVMValueRef address) {
        return builder.load(VectorShape.common(context), address, VECTOR_ALIGNMENT);
    }

    private static boolean isVector(ValType type) {
        return type.equals(ValType.V128);
    }
}
