// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.translate.table;

import java.util.BitSet;
import java.util.List;

import org.thingspire.aot.module.DecodedModule;
import org.thingspire.aot.translate.module.ConstantExpressions;
import org.thingspire.aot.translate.type.Constants;

import run.endive.wasm.types.ActiveElement;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.ValType;

/**
 * What a module does with its tables.
 *
 * @param stored the tables whose elements have to be there as references, in RAM; the others are only called through
 * @param grown  the tables that {@code table.grow} is used on
 */
record TableUse(BitSet stored, BitSet grown) {

    /** @param shared whether other modules may import the exported tables */
    static TableUse of(DecodedModule module, boolean shared) {
        TableUse use = new TableUse(new BitSet(), new BitSet());
        use.stored.set(0, module.importCount(ExternalType.TABLE));
        for (FunctionBody body : module.wasm().codeSection().functionBodies()) {
            body.instructions().forEach(use::take);
        }
        for (int i = 0; i < module.wasm().exportSection().exportCount(); i++) {
            Export export = module.wasm().exportSection().getExport(i);
            if (shared && export.exportType() == ExternalType.TABLE) {
                use.stored.set(export.index());
                use.grown.set(export.index());
            }
        }
        for (Element element : module.wasm().elementSection().elements()) {
            if (element instanceof ActiveElement active && !isKnown(active)) {
                use.stored.set(active.tableIndex());
            }
        }
        for (int i = 0; i < module.wasm().tableSection().tableCount(); i++) {
            if (!module.wasm().tableSection().getTable(i).elementType().equals(ValType.FuncRef)) {
                use.stored.set(module.importCount(ExternalType.TABLE) + i);
            }
        }
        return use;
    }

    private void take(Instruction instruction) {
        switch (instruction.opcode()) {
            case TABLE_GET, TABLE_SET, TABLE_FILL -> stored.set((int) instruction.operand(0));
            case TABLE_INIT -> stored.set((int) instruction.operand(1));
            case TABLE_COPY -> {
                stored.set((int) instruction.operand(0));
                stored.set((int) instruction.operand(1));
            }
            case TABLE_GROW -> {
                stored.set((int) instruction.operand(0));
                grown.set((int) instruction.operand(0));
            }
            default -> {}
        }
    }

    private static boolean isKnown(ActiveElement segment) {
        return Constants.isKnown(segment.offset()) && segment.initializers().stream().allMatch(TableUse::isFunctionOrNull);
    }

    private static boolean isFunctionOrNull(List<Instruction> initializer) {
        return ConstantExpressions.isSingle(initializer) && switch (initializer.getFirst().opcode()) {
            case REF_FUNC, REF_NULL -> true;
            default -> false;
        };
    }
}
