// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.UnsupportedModuleException;

import run.endive.wasm.Encoding;
import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.ActiveElement;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.Export;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.Global;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.SectionId;

/**
 * The rules of core WebAssembly 2.0 that Endive 1.2.0 does not enforce, partly because it already takes what version 3.0
 * allows (several memories): that is not invalid, but not supported. Found by running the official suite's invalid modules and damaged ones; the tests do so again.
 */
final class ModuleChecks {

    private final byte[] bytes;
    private final DecodedModule module;

    ModuleChecks(byte[] bytes, DecodedModule module) {
        this.bytes = bytes;
        this.module = module;
    }

    void run() throws InvalidModuleException, UnsupportedModuleException {
        checkTypeIndices();
        checkOneMemory();
        checkExportNames();
        checkExports();
        checkConstantExpressions();
        for (int i = 0; i < module.wasm().codeSection().functionBodyCount(); i++) {
            List<AnnotatedInstruction> body = module.wasm().codeSection().getFunctionBody(i).instructions();
            String place = "function " + module.names().ofFunction(module.importCount(ExternalType.FUNCTION) + i);
            new CodeChecks(bytes, body, count(ExternalType.TABLE), place).run();
        }
    }

    private void checkTypeIndices() throws InvalidModuleException {
        int types = module.wasm().typeSection().typeCount();
        for (FunctionImport function : module.importedFunctions()) {
            check(Integer.compareUnsigned(function.typeIndex(), types) < 0, "unknown type", SectionId.IMPORT);
        }
        for (int i = 0; i < module.wasm().functionSection().functionCount(); i++) {
            int type = module.wasm().functionSection().getFunctionType(i);
            check(Integer.compareUnsigned(type, types) < 0, "unknown type", SectionId.FUNCTION);
        }
    }

    private void checkOneMemory() throws UnsupportedModuleException {
        int memories = count(ExternalType.MEMORY);
        if (memories > 1) {
            throw new UnsupportedModuleException("the module has %s memories (multi-memory); one is supported".formatted(memories));
        }
    }

    /** Endive replaces what is no UTF-8. */
    private void checkExportNames() throws InvalidModuleException {
        Optional<SectionMap.Section> section = module.sections().section(SectionId.EXPORT);
        if (section.isEmpty()) {
            return;
        }
        ByteBuffer content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(section.get().content());
        for (long exports = Encoding.readVarUInt32(content); exports > 0; exports--) {
            int length = (int) Encoding.readVarUInt32(content);
            int start = content.position();
            try {
                StandardCharsets.UTF_8.newDecoder().decode(content.slice(start, length));
            } catch (CharacterCodingException e) {
                throw new InvalidModuleException(start, "malformed UTF-8 encoding", section.get().title());
            }
            content.position(start + length + Byte.BYTES);
            Encoding.readVarUInt32(content);
        }
    }

    private void checkExports() throws InvalidModuleException {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < module.wasm().exportSection().exportCount(); i++) {
            Export export = module.wasm().exportSection().getExport(i);
            check(names.add(export.name()), "duplicate export name", SectionId.EXPORT);
            check(Integer.compareUnsigned(export.index(), count(export.exportType())) < 0,
                    "unknown " + export.exportType().name().toLowerCase(Locale.ROOT), SectionId.EXPORT);
        }
    }

    private int count(ExternalType kind) {
        int defined = switch (kind) {
            case FUNCTION -> module.wasm().functionSection().functionCount();
            case TABLE -> module.wasm().tableSection().tableCount();
            case MEMORY -> module.wasm().memorySection().map(section -> section.memoryCount()).orElse(0);
            case GLOBAL -> module.wasm().globalSection().globalCount();
            case TAG -> module.wasm().tagSection().map(section -> section.tagCount()).orElse(0);
        };
        return module.importCount(kind) + defined;
    }

    /** A constant expression may read imported globals only (specification 3.3.7.2); since 3.0, which Endive knows, those before it, too. */
    private void checkConstantExpressions() throws UnsupportedModuleException {
        for (Global global : module.wasm().globalSection().globals()) {
            checkConstant(global.initInstructions(), SectionId.GLOBAL);
        }
        for (Element element : module.wasm().elementSection().elements()) {
            if (element instanceof ActiveElement active) {
                checkConstant(active.offset(), SectionId.ELEMENT);
            }
            for (List<Instruction> initializer : element.initializers()) {
                checkConstant(initializer, SectionId.ELEMENT);
            }
        }
        for (DataSegment segment : module.wasm().dataSection().dataSegments()) {
            if (segment instanceof ActiveDataSegment active) {
                checkConstant(active.offsetInstructions(), SectionId.DATA);
            }
        }
    }

    private void checkConstant(List<Instruction> expression, int section) throws UnsupportedModuleException {
        for (Instruction instruction : expression) {
            if (instruction.opcode() == OpCode.GLOBAL_GET && instruction.operand(0) >= module.importCount(ExternalType.GLOBAL)) {
                throw new UnsupportedModuleException(("a constant expression in the %s reads global %s, which the module does not import: "
                        + "that is not supported").formatted(module.sections().section(section).orElseThrow().title(), instruction.operand(0)));
            }
        }
    }

    private void check(boolean holds, String rule, int section) throws InvalidModuleException {
        if (!holds) {
            SectionMap.Section place = module.sections().section(section).orElseThrow();
            throw new InvalidModuleException(place.start(), rule, place.title());
        }
    }
}
