// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.instruction;

import java.util.List;
import java.util.Optional;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.module.Signatures;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;

import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** Calls, direct and through tables (specification 4.4.8), and 3.0's tail calls. */
public final class CallInstructions {

    private CallInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        table.add(OpCode.CALL, CallInstructions::call);
        table.add(OpCode.CALL_INDIRECT, CallInstructions::callIndirect);
        table.add(OpCode.RETURN_CALL, CallInstructions::returnCall);
        table.add(OpCode.RETURN_CALL_INDIRECT, CallInstructions::returnCallIndirect);
    }

    private static void call(FunctionTranslator function, Instruction instruction) {
        int callee = (int) instruction.operand(0);
        FunctionType type = function.module().functions().type(callee);
        Optional<TrapKind> trap = function.module().functions().trap(callee);
        if (trap.isPresent()) {
            function.traps().trap(trap.get());
            function.state().die();
            return;
        }
        LLVMValueRef result = isImport(function, callee) ? callImport(function, callee)
                : function.builder().call(function.module().types().function(type), function.module().functions().value(callee),
                        function.state().pop(type.params().size()));
        function.state().pushAll(function.module().types().unpack(function.builder(), type, result));
    }

    private static boolean isImport(FunctionTranslator function, int callee) {
        return callee < function.module().functions().importedCount();
    }

    /**
     * The return address tells the host, and the report of its trap, who called. So this is never made a jump, though it be the last
     * thing to do, nor one with another call of the same import.
     */
    private static LLVMValueRef callImport(FunctionTranslator function, int callee) {
        FunctionType type = function.module().functions().type(callee);
        LLVMValueRef call = function.builder().callFromHere(function.module().types().function(type),
                function.module().functions().value(callee), function.state().pop(type.params().size()));
        function.builder().addCallAttribute(call, "nomerge");
        return call;
    }

    private static void callIndirect(FunctionTranslator function, Instruction instruction) {
        FunctionType type = indirectType(function, instruction);
        LLVMValueRef callee = indirectCallee(function, instruction, type);
        List<LLVMValueRef> arguments = function.state().pop(type.params().size());
        LLVMValueRef result = function.builder().call(function.module().types().function(type), callee, arguments);
        function.state().pushAll(function.module().types().unpack(function.builder(), type, result));
    }

    private static void returnCall(FunctionTranslator function, Instruction instruction) {
        int callee = (int) instruction.operand(0);
        FunctionType type = function.module().functions().type(callee);
        if (isImport(function, callee)) {
            // No chain of tail calls goes through the host, so none takes stack by this.
            emitReturn(function, type, callImport(function, callee));
        } else {
            returnCall(function, type, function.module().functions().value(callee));
        }
    }

    private static void returnCallIndirect(FunctionTranslator function, Instruction instruction) {
        FunctionType type = indirectType(function, instruction);
        returnCall(function, type, indirectCallee(function, instruction, type));
    }

    /**
     * LLVM guarantees the jump where caller and callee have the same type and at most one number for result. Elsewhere it jumps from
     * {@code -O1} on if the arguments fit where the caller's were; else the call takes stack as any other.
     */
    private static void returnCall(FunctionTranslator function, FunctionType type, LLVMValueRef callee) {
        List<LLVMValueRef> arguments = function.state().pop(type.params().size());
        boolean guaranteed = type.equals(function.type()) && !Signatures.ofKnown(type).returnsThroughPointer()
                && function.module().target().architecture().hasTailJumps();
        LLVMValueRef result = function.builder().tailCall(function.module().types().function(type), callee, arguments, guaranteed);
        emitReturn(function, type, result);
    }

    private static void emitReturn(FunctionTranslator function, FunctionType type, LLVMValueRef result) {
        if (type.returns().isEmpty()) {
            function.builder().ret();
        } else {
            function.builder().ret(result);
        }
        function.state().die();
    }

    private static FunctionType indirectType(FunctionTranslator function, Instruction instruction) {
        return function.module().wasm().wasm().typeSection().getType((int) instruction.operand(0));
    }

    /** The operands are the type and the table. */
    private static LLVMValueRef indirectCallee(FunctionTranslator function, Instruction instruction, FunctionType type) {
        LLVMValueRef index = function.pop();
        return function.module().tables().calls((int) instruction.operand(1)).callee(function.builder(), function.traps(), type, index);
    }
}
