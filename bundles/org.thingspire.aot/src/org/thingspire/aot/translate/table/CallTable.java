// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.table;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.translate.module.TrapSites;

import run.endive.wasm.types.FunctionType;

/** A table to call through. */
public sealed interface CallTable permits ConstantTable, StoredTable {

    /**
     * The code of element number {@code index} (i32, unsigned), to be called as {@link org.thingspire.aot.translate.type.ValueTypes#function} says; traps if there is
     * none of that type.
     */
    LLVMValueRef callee(IrBuilder builder, TrapSites traps, FunctionType type, LLVMValueRef index);
}
