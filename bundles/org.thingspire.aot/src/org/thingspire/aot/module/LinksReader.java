// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.thingspire.aot.api.ExternType;
import org.thingspire.aot.api.ModuleLinks;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.wasm.CoreType;

import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Global;
import run.endive.wasm.types.GlobalImport;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.MemoryImport;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.Table;
import run.endive.wasm.types.TableImport;
import run.endive.wasm.types.TableLimits;

/** Finds the {@link ModuleLinks} of a valid module. */
public final class LinksReader {

    private static final long MAX_ELEMENTS = 0xffff_ffffL;

    private final DecodedModule module;
    private final List<FunctionType> functionTypes;

    public LinksReader(DecodedModule module) {
        this.module = module;
        this.functionTypes = module.functionTypes();
    }

    public ModuleLinks read() throws UnsupportedModuleException {
        List<ModuleLinks.Import> imports = new ArrayList<>();
        for (Import entry : module.imports(Import.class)) {
            imports.add(link(entry));
        }
        List<ModuleLinks.Export> exports = new ArrayList<>();
        for (int i = 0; i < module.wasm().exportSection().exportCount(); i++) {
            exports.add(link(module.wasm().exportSection().getExport(i)));
        }
        return new ModuleLinks(imports, exports, module.memory().map(LinksReader::memory));
    }

    private ModuleLinks.Import link(Import entry) throws UnsupportedModuleException {
        return new ModuleLinks.Import(entry.module(), entry.name(), type(entry));
    }

    private ModuleLinks.Export link(Export export) throws UnsupportedModuleException {
        List<Import> imported = module.imports(Import.class).stream().filter(entry -> entry.importType() == export.exportType()).toList();
        if (export.index() < imported.size()) {
            ModuleLinks.Import forwarded = link(imported.get(export.index()));
            return new ModuleLinks.Export(export.name(), forwarded.type(), Optional.of(forwarded));
        }
        return new ModuleLinks.Export(export.name(), ownType(export.exportType(), export.index(), imported.size()), Optional.empty());
    }

    private ExternType type(Import entry) throws UnsupportedModuleException {
        return switch (entry) {
            case FunctionImport function -> new ExternType.Function(
                    Signatures.of(module.wasm().typeSection().getType(function.typeIndex())));
            case MemoryImport memory -> memory(memory.limits());
            case TableImport table -> new ExternType.Table(Signatures.type(table.entryType()), limits(table.limits()));
            case GlobalImport global -> global(Signatures.type(global.type()), global.mutabilityType());
            default -> throw unsupported(entry.importType());
        };
    }

    private ExternType ownType(ExternalType kind, int index, int imported) throws UnsupportedModuleException {
        return switch (kind) {
            case FUNCTION -> new ExternType.Function(Signatures.of(functionTypes.get(index)));
            case MEMORY -> memory(module.memory().orElseThrow());
            case TABLE -> {
                Table table = module.wasm().tableSection().getTable(index - imported);
                yield new ExternType.Table(Signatures.type(table.elementType()), limits(table.limits()));
            }
            case GLOBAL -> {
                Global global = module.wasm().globalSection().getGlobal(index - imported);
                yield global(Signatures.type(global.valueType()), global.mutabilityType());
            }
            default -> throw unsupported(kind);
        };
    }

    private static ExternType.Memory memory(MemoryLimits limits) {
        boolean declared = limits.maximumPages() < MemoryLimits.MAX_PAGES;
        return new ExternType.Memory(new ExternType.Limits(limits.initialPages(),
                declared ? OptionalLong.of(limits.maximumPages()) : OptionalLong.empty()));
    }

    private static ExternType.Limits limits(TableLimits limits) {
        boolean declared = limits.max() < MAX_ELEMENTS;
        return new ExternType.Limits(limits.min(), declared ? OptionalLong.of(limits.max()) : OptionalLong.empty());
    }

    private static ExternType global(CoreType type, MutabilityType mutability) {
        return new ExternType.Global(type, mutability == MutabilityType.Var);
    }

    private static UnsupportedModuleException unsupported(ExternalType kind) {
        return new UnsupportedModuleException("imports and exports of kind " + kind + " are not supported");
    }
}
