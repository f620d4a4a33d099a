// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMValueRef;

import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** Calls, direct and through the table (specification 4.4.8). */
final class CallInstructions {

    private CallInstructions() {
    }

    static void addTo(OpcodeTable table) {
        table.add(OpCode.CALL, CallInstructions::call);
        table.add(OpCode.CALL_INDIRECT, CallInstructions::callIndirect);
    }

    private static void call(FunctionTranslator function, Instruction instruction) {
        int callee = (int) instruction.operand(0);
        FunctionType type = function.module().functions().type(callee);
        List<LLVMValueRef> arguments = function.state().pop(type.params().size());
        LLVMValueRef result = function.builder().call(function.module().types().function(type),
                function.module().functions().value(callee), arguments);
        pushResults(function, type, result);
    }

    private static void callIndirect(FunctionTranslator function, Instruction instruction) {
        FunctionType type = function.module().wasm().wasm().typeSection().getType((int) instruction.operand(0));
        LLVMValueRef index = function.pop();
        List<LLVMValueRef> arguments = function.state().pop(type.params().size());
        LLVMValueRef result = function.module().table().call(function.builder(), function.traps(), function.module().pointerBytes(),
                type, index, arguments);
        pushResults(function, type, result);
    }

    private static void pushResults(FunctionTranslator function, FunctionType type, LLVMValueRef result) {
        function.state().pushAll(function.module().types().unpack(function.builder(), type, result));
    }
}
