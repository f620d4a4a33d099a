// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.instruction;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.translate.function.FunctionTranslator;
import org.thingspire.aot.translate.function.OpcodeTable;

import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** Instructions on values of any type (specification 4.4.4). */
public final class ParametricInstructions {

    private ParametricInstructions() {
    }

    public static void addTo(OpcodeTable table) {
        table.add(OpCode.DROP, (function, instruction) -> function.pop());
        table.add(OpCode.SELECT, ParametricInstructions::select);
        table.add(OpCode.SELECT_T, ParametricInstructions::select);
    }

    private static void select(FunctionTranslator function, Instruction instruction) {
        LLVMValueRef condition = function.popTruth();
        LLVMValueRef whenFalse = function.pop();
        LLVMValueRef whenTrue = function.pop();
        function.push(function.builder().select(condition, whenTrue, whenFalse));
    }
}
