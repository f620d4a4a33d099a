// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.instruction;

import static org.bytedeco.llvm.global.LLVM.LLVMIntEQ;

import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** References (specification 4.4.2). */
public final class ReferenceInstructions {

    private ReferenceInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        table.add(OpCode.REF_NULL, (function, instruction) -> function.push(function.module().references().none()));
        table.add(OpCode.REF_IS_NULL, ReferenceInstructions::isNull);
        table.add(OpCode.REF_FUNC, (function, instruction) -> function.push(
                function.module().references().function((int) instruction.operand(0))));
    }

    private static void isNull(FunctionTranslator function, Instruction instruction) {
        function.pushTruth(function.builder().compareIntegers(LLVMIntEQ, function.pop(), function.module().references().none()));
    }
}
