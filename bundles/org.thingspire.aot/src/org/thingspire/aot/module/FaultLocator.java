// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

import org.thingspire.aot.api.InvalidModuleException;

import run.endive.wasm.MalformedException;
import run.endive.wasm.ParserListener;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.CodeSection;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.ImportSection;
import run.endive.wasm.types.OpCode;
import run.endive.wasm.types.Section;
import run.endive.wasm.types.SectionId;

/**
 * Finds the place of the fault in a module that Endive refused without saying where.
 *
 * <p>It asks Endive again about smaller modules: without the last sections, with some function bodies replaced by
 * {@code unreachable}, and at last with the guilty body cut after its first instructions. The shortest refused piece ends
 * with the fault. This costs a few dozen parses, and only when there is something to complain about.
 */
final class FaultLocator {

    private static final byte[] TRIVIAL_BODY = {3, 0, 0x00, 0x0b};
    private static final int HEADER_BYTES = 8;
    private static final String MALFORMED_PREAMBLE = "section size mismatch, unexpected end of section or function, ";

    private final byte[] module;
    private final SectionMap map;

    FaultLocator(byte[] module, SectionMap map) {
        this.module = module;
        this.map = map;
    }

    InvalidModuleException locate(Throwable refusal) {
        String rule = rule(refusal);
        List<Section> decoded = new ArrayList<>();
        if (!decodes(module, decoded::add)) {
            return malformed(rule, decoded);
        }
        int guilty = firstRefused(map.sections().size() - 1, last -> isValid(withoutSectionsAfter(last)));
        if (guilty < map.sections().size()) {
            SectionMap.Section section = map.sections().get(guilty);
            return new InvalidModuleException(section.start(), rule, section.title());
        }
        int function = firstRefused(map.bodies().size() - 1, last -> isValid(withBodies(last + 1, null)));
        if (function == map.bodies().size()) {
            return new InvalidModuleException(0, rule, "");
        }
        return new InvalidModuleException(instruction(function, decoded), rule, functionTitle(function, decoded));
    }

    /** The sections before number {@code decoded.size()} could be decoded; that one, or a function in it, could not. */
    private InvalidModuleException malformed(String rule, List<Section> decoded) {
        if (decoded.size() >= map.sections().size()) {
            int end = map.sections().isEmpty() ? 0 : map.sections().getLast().end();
            return new InvalidModuleException(end, rule, "");
        }
        SectionMap.Section section = map.sections().get(decoded.size());
        if (section.id() == SectionId.CODE && !map.bodies().isEmpty()) {
            int function = firstRefused(map.bodies().size() - 1, last -> decodes(withBodies(last + 1, null), ignored -> {}));
            if (function < map.bodies().size()) {
                return new InvalidModuleException(map.bodies().get(function).content(), rule, functionTitle(function, decoded));
            }
        }
        return new InvalidModuleException(section.start(), rule, section.title());
    }

    /** The file offset of the first instruction that makes the function invalid. */
    private int instruction(int function, List<Section> decoded) {
        SectionMap.Body body = map.bodies().get(function);
        List<AnnotatedInstruction> instructions = decoded.stream()
                .filter(CodeSection.class::isInstance).map(CodeSection.class::cast).findFirst().orElseThrow()
                .getFunctionBody(function).instructions();
        int last = instructions.size() - 1;
        int guilty = firstRefused(last - 1, index -> isValid(withBodies(function,
                cut(body, instructions.subList(0, index + 1), instructions.get(index + 1).address()))));
        return instructions.get(guilty).address();
    }

    /** A body of the given instructions, all blocks closed after them so that only these instructions can be invalid. */
    private byte[] cut(SectionMap.Body body, List<AnnotatedInstruction> instructions, int end) {
        List<Boolean> lacksElse = new ArrayList<>(List.of(false));
        for (AnnotatedInstruction instruction : instructions) {
            switch (instruction.opcode()) {
                case BLOCK, LOOP, TRY_TABLE -> lacksElse.add(false);
                case IF -> lacksElse.add(true);
                case ELSE -> lacksElse.set(lacksElse.size() - 1, false);
                case END -> lacksElse.removeLast();
                default -> {}
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(module, body.content(), end - body.content());
        for (boolean addElse : lacksElse.reversed()) {
            out.write(OpCode.UNREACHABLE.opcode());
            if (addElse) {
                out.write(OpCode.ELSE.opcode());
                out.write(OpCode.UNREACHABLE.opcode());
            }
            out.write(OpCode.END.opcode());
        }
        ByteArrayOutputStream sized = new ByteArrayOutputStream();
        writeUnsigned(sized, out.size());
        sized.writeBytes(out.toByteArray());
        return sized.toByteArray();
    }

    /** The whole module with only its first bodies; {@code next}, if given, is the one after them, the rest is trivial. */
    private byte[] withBodies(int kept, byte[] next) {
        ByteArrayOutputStream out = header();
        for (SectionMap.Section section : map.sections()) {
            if (section.id() == SectionId.CODE) {
                writeCode(out, kept, next);
            } else {
                out.write(module, section.start(), section.end() - section.start());
            }
        }
        return out.toByteArray();
    }

    /** The sections up to number {@code last}, with trivial function bodies wherever there are functions. */
    private byte[] withoutSectionsAfter(int last) {
        ByteArrayOutputStream out = header();
        boolean hasData = map.sections().subList(0, last + 1).stream().anyMatch(section -> section.id() == SectionId.DATA);
        for (int i = 0; i < map.sections().size(); i++) {
            SectionMap.Section section = map.sections().get(i);
            boolean functionsKept = map.sections().subList(0, last + 1).stream().anyMatch(s -> s.id() == SectionId.FUNCTION);
            if (section.id() == SectionId.CODE && functionsKept) {
                writeCode(out, 0, null);
            } else if (i <= last && section.id() != SectionId.CODE && (section.id() != SectionId.DATA_COUNT || hasData)) {
                out.write(module, section.start(), section.end() - section.start());
            }
        }
        return out.toByteArray();
    }

    private ByteArrayOutputStream header() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(module, 0, HEADER_BYTES);
        return out;
    }

    private void writeCode(ByteArrayOutputStream out, int kept, byte[] next) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        writeUnsigned(content, map.bodies().size());
        for (int i = 0; i < map.bodies().size(); i++) {
            SectionMap.Body body = map.bodies().get(i);
            if (i < kept) {
                content.write(module, body.start(), body.end() - body.start());
            } else {
                content.writeBytes(i == kept && next != null ? next : TRIVIAL_BODY);
            }
        }
        out.write(SectionId.CODE);
        writeUnsigned(out, content.size());
        out.writeBytes(content.toByteArray());
    }

    private static void writeUnsigned(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    /** The smallest of 0..last that is refused, or last + 1. Whatever follows a refused one is refused too. */
    private static int firstRefused(int last, IntPredicate isAccepted) {
        int low = 0;
        int high = last + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isAccepted.test(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isValid(byte[] candidate) {
        try {
            ModuleDecoder.parser().parse(() -> new ByteArrayInputStream(candidate));
            return true;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return false;
        }
    }

    private static boolean decodes(byte[] candidate, ParserListener listener) {
        try {
            ModuleDecoder.parser().parse(new ByteArrayInputStream(candidate), listener);
            return true;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return false;
        }
    }

    private String functionTitle(int body, List<Section> decoded) {
        int imported = decoded.stream().filter(ImportSection.class::isInstance).map(ImportSection.class::cast)
                .mapToInt(imports -> imports.count(ExternalType.FUNCTION)).sum();
        return "function " + DebugNames.of(module, map).ofFunction(imported + body);
    }

    /** Endive joins all that it found in a function; only the first belongs to the place that is reported. */
    private static String rule(Throwable refusal) {
        String message = refusal.getMessage();
        if (refusal instanceof MalformedException && message != null && message.startsWith(MALFORMED_PREAMBLE)) {
            message = message.substring(MALFORMED_PREAMBLE.length());
        }
        if (refusal instanceof OutOfMemoryError || refusal instanceof NegativeArraySizeException) {
            return "length out of bounds";
        }
        // What Java says of a wrong index or a null was not written for users.
        if (message == null || message.isBlank() || !(refusal instanceof WasmEngineException)) {
            return "malformed module";
        }
        int second = message.indexOf(" - ");
        return second < 0 ? message : message.substring(0, second);
    }
}
