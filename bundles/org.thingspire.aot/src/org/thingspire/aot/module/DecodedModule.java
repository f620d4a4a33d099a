// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import run.endive.wasm.WasmModule;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionBody;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;
import run.endive.wasm.types.Import;
import run.endive.wasm.types.MemoryLimits;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.SectionId;

/**
 * A valid module, with the index spaces of the specification (imports first) in one place.
 *
 * @param wasm     as Endive decoded it
 * @param sections where things lie in the file
 * @param names    of its functions and globals
 */
public record DecodedModule(WasmModule wasm, SectionMap sections, DebugNames names) {

    public List<FunctionImport> importedFunctions() {
        return imports(FunctionImport.class);
    }

    /** The imports of one kind, in the order of their indices. */
    public <I extends Import> List<I> imports(Class<I> kind) {
        return wasm.importSection().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The exports of that kind that the module doesn't import itself. */
    public Stream<Export> ownExports(ExternalType kind) {
        return IntStream.range(0, wasm.exportSection().exportCount()).mapToObj(wasm.exportSection()::getExport)
                .filter(export -> export.exportType() == kind && export.index() >= importCount(kind));
    }

    /** Whether any function has that instruction. */
    public boolean uses(OpCode opcode) {
        return Stream.of(wasm.codeSection().functionBodies())
                .anyMatch(body -> body.instructions().stream().anyMatch(instruction -> instruction.opcode() == opcode));
    }

    public int importCount(ExternalType kind) {
        return wasm.importSection().count(kind);
    }

    /** Imported and defined functions. */
    public int functionCount() {
        return importCount(ExternalType.FUNCTION) + wasm.functionSection().functionCount();
    }

    /** Of all functions. */
    public List<FunctionType> functionTypes() {
        List<FunctionType> types = new ArrayList<>();
        importedFunctions().forEach(function -> types.add(wasm.typeSection().getType(function.typeIndex())));
        for (int i = 0; i < wasm.functionSection().functionCount(); i++) {
            types.add(wasm.functionSection().getFunctionType(i, wasm.typeSection()));
        }
        return types;
    }

    /** The body of a function that the module defines itself. */
    public FunctionBody body(int function) {
        return wasm.codeSection().getFunctionBody(function - importCount(ExternalType.FUNCTION));
    }

    /** The memory that the module defines itself. */
    public Optional<MemoryLimits> memory() {
        return wasm.memorySection().filter(section -> section.memoryCount() > 0).map(section -> section.getMemory(0).limits());
    }

    /** Where the code section's content begins in the file: DWARF counts code addresses from there. */
    public int codeStart() {
        return sections.section(SectionId.CODE).map(SectionMap.Section::content).orElse(0);
    }
}
