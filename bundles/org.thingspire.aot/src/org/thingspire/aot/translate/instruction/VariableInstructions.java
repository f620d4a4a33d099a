// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.instruction;

import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** Locals and globals (specification 4.4.5). */
public final class VariableInstructions {

    private VariableInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        table.add(OpCode.LOCAL_GET, VariableInstructions::localGet);
        table.add(OpCode.LOCAL_SET, VariableInstructions::localSet);
        table.add(OpCode.LOCAL_TEE, VariableInstructions::localTee);
        table.add(OpCode.GLOBAL_GET, VariableInstructions::globalGet);
        table.add(OpCode.GLOBAL_SET, VariableInstructions::globalSet);
    }

    private static void localGet(FunctionTranslator function, Instruction instruction) {
        int local = (int) instruction.operand(0);
        function.push(function.builder().load(function.localType(local), function.local(local)));
    }

    private static void localSet(FunctionTranslator function, Instruction instruction) {
        function.builder().store(function.pop(), function.local((int) instruction.operand(0)));
    }

    private static void localTee(FunctionTranslator function, Instruction instruction) {
        function.builder().store(function.state().peek(), function.local((int) instruction.operand(0)));
    }

    private static void globalGet(FunctionTranslator function, Instruction instruction) {
        function.push(function.module().globals().get(function.builder(), (int) instruction.operand(0)));
    }

    private static void globalSet(FunctionTranslator function, Instruction instruction) {
        function.module().globals().set(function.builder(), (int) instruction.operand(0), function.pop());
    }
}
