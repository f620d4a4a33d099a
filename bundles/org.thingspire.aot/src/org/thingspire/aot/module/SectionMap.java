// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import run.endive.wasm.Encoding;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.SectionId;

/**
 * Where the sections of a module lie in its file. The decoder (Endive) forgets that, but messages and DWARF need it.
 *
 * <p>Reads frames only, never contents, and takes damaged files: what cannot be followed is left out.
 *
 * @param sections in file order
 * @param bodies   the function bodies in the code section
 */
public record SectionMap(List<Section> sections, List<Body> bodies) {

    private static final int HEADER_BYTES = 8;

    /** One section: its id stands at {@code start}, its content from {@code content} up to {@code end}. */
    public record Section(int id, int start, int content, int end) {

        /** The name that the specification gives it, for messages. */
        public String title() {
            return switch (id) {
                case SectionId.CUSTOM -> "custom section";
                case SectionId.TYPE -> "type section";
                case SectionId.IMPORT -> "import section";
                case SectionId.FUNCTION -> "function section";
                case SectionId.TABLE -> "table section";
                case SectionId.MEMORY -> "memory section";
                case SectionId.GLOBAL -> "global section";
                case SectionId.EXPORT -> "export section";
                case SectionId.START -> "start section";
                case SectionId.ELEMENT -> "element section";
                case SectionId.CODE -> "code section";
                case SectionId.DATA -> "data section";
                case SectionId.DATA_COUNT -> "data count section";
                default -> "section " + id;
            };
        }
    }

    /** One function body: its size field stands at {@code start}, its locals from {@code content} up to {@code end}. */
    public record Body(int start, int content, int end) {
    }

    public static SectionMap of(byte[] module) {
        ByteBuffer in = ByteBuffer.wrap(module).order(ByteOrder.LITTLE_ENDIAN);
        List<Section> sections = new ArrayList<>();
        List<Body> bodies = List.of();
        in.position(Math.min(HEADER_BYTES, in.limit()));
        try {
            while (in.hasRemaining()) {
                int start = in.position();
                int id = in.get();
                int content = skipSize(in);
                sections.add(new Section(id, start, content, in.position()));
                if (id == SectionId.CODE) {
                    bodies = bodies(in.duplicate().position(content).limit(in.position()));
                }
            }
        } catch (WasmEngineException | IllegalArgumentException e) {
            // The file ends early here. Who decodes it reports that; the map shows what lies before.
        }
        return new SectionMap(List.copyOf(sections), bodies);
    }

    private static List<Body> bodies(ByteBuffer in) {
        List<Body> bodies = new ArrayList<>();
        try {
            long count = Encoding.readVarUInt32(in);
            while (bodies.size() < count && in.hasRemaining()) {
                int start = in.position();
                int content = skipSize(in);
                bodies.add(new Body(start, content, in.position()));
            }
        } catch (WasmEngineException | IllegalArgumentException e) {
            // As above.
        }
        return List.copyOf(bodies);
    }

    /** Reads a size, moves past what it measures, and tells where that begins. */
    private static int skipSize(ByteBuffer in) {
        long size = Encoding.readVarUInt32(in);
        int content = in.position();
        if (size > in.remaining()) {
            throw new IllegalArgumentException("unexpected end");
        }
        in.position(content + (int) size);
        return content;
    }

    public Optional<Section> section(int id) {
        return sections.stream().filter(section -> section.id() == id).findFirst();
    }
}
