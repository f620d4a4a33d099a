// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.module;

import java.util.HashMap;
import java.util.Map;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.llvm.IrModule;

import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.Import;

/**
 * The pointers through which an object reaches memories, tables and globals of others; {@link SymbolNames#imported} tells the
 * contract. They are constants that the wiring defines.
 */
public final class ImportedState {

    private final IrModule ir;
    private final SymbolNames names;
    private final Map<String, LLVMValueRef> pointers = new HashMap<>();
    private final Map<String, ExternalType> kinds = new HashMap<>();

    public ImportedState(IrModule ir, SymbolNames names) {
        this.ir = ir;
        this.names = names;
    }

    /** The variable that holds the pointer. Imports of one name are the same thing. */
    public LLVMValueRef pointer(Import entry) throws UnsupportedModuleException {
        String symbol = names.imported(entry.module(), entry.name());
        ExternalType earlier = kinds.putIfAbsent(symbol, entry.importType());
        if (earlier == null ? ir.has(symbol) : earlier != entry.importType()) {
            throw new UnsupportedModuleException("%s.%s is imported with two types".formatted(entry.module(), entry.name()));
        }
        return pointers.computeIfAbsent(symbol, key -> ir.addForeignConstant(key, ir.context().pointer));
    }
}
