// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.table;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.llvm.IrBuilder;
import org.thingspire.aot.llvm.IrModule;
import org.thingspire.aot.module.DecodedModule;
import org.thingspire.aot.translate.module.Functions;
import org.thingspire.aot.translate.module.ImportedState;
import org.thingspire.aot.translate.module.References;

import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableImport;

/**
 * A module's tables, imported ones first: constant where nothing changes them, else in RAM.
 *
 * <p>A table that can grow is reserved up front, because nothing moves on a chip: up to the maximum that the module declares,
 * but no more than {@value #MAX_GROWTH_ON_CHIP} elements beyond its initial size on a chip and {@value #MAX_ELEMENTS} in all on
 * Linux, which backs them when they are touched.
 */
public final class Tables {

    private static final long MAX_GROWTH_ON_CHIP = 1024;
    private static final long MAX_ELEMENTS = 1 << 20;

    private final List<CallTable> tables = new ArrayList<>();

    /** @param hosted whether an operating system provides memory */
    public Tables(DecodedModule module, IrModule ir, ImportedState imports, Functions functions, References references, SymbolNames names,
            CompileOptions options, boolean hosted, int pointerBytes) throws UnsupportedModuleException {
        TableUse use = TableUse.of(module, options.sharesState());
        for (TableImport table : module.imports(TableImport.class)) {
            LLVMValueRef pointer = imports.pointer(table);
            tables.add(StoredTable.imported(ir.context(), references, pointer, pointerBytes));
        }
        for (int i = 0; i < module.wasm().tableSection().tableCount(); i++) {
            Table table = module.wasm().tableSection().getTable(i);
            int index = tables.size();
            if (use.stored().get(index)) {
                long largest = use.grown().get(index) ? largestSize(table, hosted) : table.limits().min();
                checkSize(table.limits().min());
                tables.add(StoredTable.own(index, table.limits().min(), largest, ir, references, names, pointerBytes));
            } else {
                tables.add(new ConstantTable(index, table.limits().min(), module, ir, functions, names, pointerBytes));
            }
        }
        if (options.sharesState()) {
            module.ownExports(ExternalType.TABLE).forEach(export -> stored(export.index()).export(ir, names.export(export.name())));
        }
    }

    private static void checkSize(long elements) throws UnsupportedModuleException {
        if (elements > MAX_ELEMENTS) {
            throw new UnsupportedModuleException("the module has a table of " + elements + " references; at most " + MAX_ELEMENTS
                    + " are supported");
        }
    }

    private static long largestSize(Table table, boolean hosted) {
        long initial = table.limits().min();
        long room = hosted ? Math.max(initial, MAX_ELEMENTS) : initial + MAX_GROWTH_ON_CHIP;
        return Math.min(table.limits().max(), room);
    }

    public CallTable calls(int index) {
        return tables.get(index);
    }

    /** A table that {@link TableUse} wants stored. */
    public StoredTable stored(int index) {
        return (StoredTable) tables.get(index);
    }

    /** How many elements it has now, as an i32. */
    public LLVMValueRef size(IrBuilder builder, int index) {
        return switch (tables.get(index)) {
            case StoredTable stored -> stored.size(builder);
            case ConstantTable constant -> builder.context().constant((int) constant.size());
        };
    }

    /** Makes the module's own tables as new. */
    public void clear(IrBuilder builder) {
        for (CallTable table : tables) {
            if (table instanceof StoredTable stored) {
                stored.clear(builder);
            }
        }
    }
}
