// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.function;

import run.endive.wasm.types.Instruction;

/** How one kind of instruction becomes LLVM code. It takes its operands off the value stack and leaves its results there. */
@FunctionalInterface
public interface Translation {

    void translate(FunctionTranslator function, Instruction instruction);
}
