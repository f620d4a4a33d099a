// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;

import run.endive.wasm.types.FunctionType;

/** A table to call through. */
sealed interface CallTable permits ConstantTable, StoredTable {

    /**
     * The code of element number {@code index} (i32, unsigned), to be called as {@link ValueTypes#function} says; traps if there is
     * none of that type.
     */
    LLVMValueRef callee(IrBuilder builder, TrapSites traps, FunctionType type, LLVMValueRef index);
}
