// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.wasm.CoreSignature;

import run.endive.wasm.Parser;
import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.DataSection;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExportSection;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionSection;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.GlobalSection;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.ImportSection;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.MemorySection;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.Section;
import run.endive.wasm.types.SectionId;
import run.endive.wasm.types.TypeSection;
import run.endive.wasm.types.ValType;

/** Decodes the few sections behind a {@link ModuleInterface} and leaves the code alone. */
public final class InterfaceReader {

    private static final int[] NEEDED = {SectionId.TYPE, SectionId.IMPORT, SectionId.FUNCTION, SectionId.MEMORY, SectionId.GLOBAL,
            SectionId.EXPORT, SectionId.DATA};

    private final byte[] module;
    private TypeSection types = TypeSection.builder().build();
    private ImportSection imports = ImportSection.builder().build();
    private FunctionSection functions = FunctionSection.builder().build();
    private GlobalSection globals = GlobalSection.builder().build();
    private ExportSection exports = ExportSection.builder().build();
    private DataSection data = DataSection.builder().build();
    private Optional<MemorySection> memories = Optional.empty();

    public InterfaceReader(byte[] module) {
        this.module = module;
    }

    public ModuleInterface read() throws InvalidModuleException, UnsupportedModuleException {
        Parser.Builder parser = Parser.builder();
        for (int section : NEEDED) {
            parser.includeSectionId(section);
        }
        SectionMap map = SectionMap.of(module);
        try {
            parser.build().parse(new ByteArrayInputStream(module), this::take);
        } catch (RuntimeException | OutOfMemoryError e) {
            throw ModuleDecoder.refusal(module, map, e);
        }
        try {
            return new ModuleInterface(imports(), exports(), memory(), dataEnd(), exportedGlobal("__heap_base"),
                    exportedGlobal("__stack_pointer"));
        } catch (RuntimeException e) {
            // An index led nowhere, so the module is invalid: the decoder tells where.
            ModuleDecoder.decode(module);
            throw e;
        }
    }

    private void take(Section section) {
        switch (section) {
            case TypeSection s -> types = s;
            case ImportSection s -> imports = s;
            case FunctionSection s -> functions = s;
            case GlobalSection s -> globals = s;
            case ExportSection s -> exports = s;
            case DataSection s -> data = s;
            case MemorySection s -> memories = Optional.of(s);
            default -> {}
        }
    }

    private List<ModuleInterface.Import> imports() throws UnsupportedModuleException {
        List<ModuleInterface.Import> result = new ArrayList<>();
        for (int i = 0; i < imports.importCount(); i++) {
            Import entry = imports.getImport(i);
            if (!(entry instanceof FunctionImport function)) {
                throw new UnsupportedModuleException("the module imports a %s, %s.%s; modules of an application share functions only"
                        .formatted(entry.importType().name().toLowerCase(Locale.ROOT), entry.module(), entry.name()));
            }
            FunctionType type = types.getType(function.typeIndex());
            if (TrapImport.kind(function, type).isPresent()) {
                continue;
            }
            CoreSignature signature = values(function.name(), type);
            result.add(new ModuleInterface.Import(function.module(), function.name(), signature));
        }
        return result;
    }

    private List<ModuleInterface.Export> exports() throws UnsupportedModuleException {
        List<ModuleInterface.Export> result = new ArrayList<>();
        for (int i = 0; i < exports.exportCount(); i++) {
            Export export = exports.getExport(i);
            if (export.exportType() == ExternalType.FUNCTION) {
                result.add(new ModuleInterface.Export(export.name(), values(export.name(), functionType(export.index()))));
            }
        }
        return result;
    }

    /** A reference means something within one module only, so it can't pass a gate. */
    private static CoreSignature values(String function, FunctionType type) throws UnsupportedModuleException {
        if (Stream.concat(type.params().stream(), type.returns().stream()).anyMatch(ValType::isReference)) {
            throw new UnsupportedModuleException("function " + function + " takes or returns references, which only the module itself"
                    + " understands");
        }
        return Signatures.of(type);
    }

    private FunctionType functionType(int function) {
        List<FunctionImport> imported = imports.stream()
                .filter(FunctionImport.class::isInstance).map(FunctionImport.class::cast).toList();
        return function < imported.size()
                ? types.getType(imported.get(function).typeIndex())
                : functions.getFunctionType(function - imported.size(), types);
    }

    private Optional<ModuleInterface.Memory> memory() {
        return memories.filter(section -> section.memoryCount() > 0).map(section -> section.getMemory(0).limits())
                .map(limits -> new ModuleInterface.Memory(limits.initialPages(), limits.maximumPages() < MemoryLimits.MAX_PAGES
                        ? OptionalInt.of(limits.maximumPages()) : OptionalInt.empty()));
    }

    private long dataEnd() {
        long end = 0;
        for (int i = 0; i < data.dataSegmentCount(); i++) {
            if (data.getDataSegment(i) instanceof ActiveDataSegment segment) {
                OptionalLong offset = constant(segment.offsetInstructions());
                if (offset.isPresent()) {
                    end = Math.max(end, offset.getAsLong() + segment.data().length);
                }
            }
        }
        return end;
    }

    private OptionalLong exportedGlobal(String name) {
        int imported = imports.count(ExternalType.GLOBAL);
        for (int i = 0; i < exports.exportCount(); i++) {
            Export export = exports.getExport(i);
            if (export.exportType() == ExternalType.GLOBAL && export.name().equals(name) && export.index() >= imported) {
                return constant(globals.getGlobal(export.index() - imported).initInstructions());
            }
        }
        return OptionalLong.empty();
    }

    /** The value of {@code i32.const}, unsigned. */
    private static OptionalLong constant(List<Instruction> expression) {
        return expression.size() == 1 && expression.getFirst().opcode() == OpCode.I32_CONST
                ? OptionalLong.of(expression.getFirst().operand(0) & 0xffff_ffffL)
                : OptionalLong.empty();
    }
}
