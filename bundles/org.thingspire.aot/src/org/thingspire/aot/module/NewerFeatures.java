// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

import org.thingspire.aot.api.InvalidModuleException;

import run.endive.wasm.Encoding;
import run.endive.wasm.types.SectionId;

/**
 * Tells what a module uses that is valid in a newer WebAssembly than the decoder (Endive) knows. Asked only where that has refused the
 * module: its own words would be of malformed bytes.
 */
final class NewerFeatures {

    private static final String MEMORY64 = "64-bit addresses (memory64)";
    /** Flags of limits in WebAssembly 3.0, and in the proposal of custom page sizes. */
    private static final int ADDRESSES_64 = 4;
    private static final int PAGE_SIZE = 8;
    private static final int KIND_FUNCTION = 0;
    private static final int KIND_TABLE = 1;
    private static final int KIND_MEMORY = 2;
    private static final int VECTOR_PREFIX = 0xfd;
    /** The first and last relaxed instruction after the prefix, in two bytes (LEB128). */
    private static final int RELAXED_FIRST = 0x80;
    private static final int RELAXED_LAST = 0x93;
    private static final int RELAXED_SECOND_BYTE = 2;
    /** try, catch, rethrow, delegate and catch_all, which WebAssembly 3.0 has no more. */
    private static final List<String> LEGACY_EXCEPTIONS = List.of("06", "07", "09", "18", "19");

    private final byte[] module;
    private final SectionMap sections;

    NewerFeatures(byte[] module, SectionMap sections) {
        this.module = module;
        this.sections = sections;
    }

    /** The name of the one that the fault comes from, for users. */
    Optional<String> at(InvalidModuleException fault) {
        for (SectionMap.Body body : sections.bodies()) {
            if (body.content() <= fault.offset() && fault.offset() < body.end()) {
                return inCode(body, fault.rule());
            }
        }
        return sections.sections().stream().filter(section -> section.start() == fault.offset()).findFirst().flatMap(this::inSection);
    }

    private Optional<String> inCode(SectionMap.Body body, String rule) {
        if (LEGACY_EXCEPTIONS.stream().anyMatch(opcode -> rule.contains("illegal opcode, op value " + opcode))) {
            return Optional.of("exception handling in its older form");
        }
        for (int i = body.content(); i + 2 < body.end(); i++) {
            int first = module[i + 1] & 0xff;
            if ((module[i] & 0xff) == VECTOR_PREFIX && first >= RELAXED_FIRST && first <= RELAXED_LAST && module[i + 2] == RELAXED_SECOND_BYTE) {
                return Optional.of("relaxed SIMD");
            }
        }
        return Optional.empty();
    }

    private Optional<String> inSection(SectionMap.Section section) {
        ByteBuffer in = ByteBuffer.wrap(module, section.content(), section.end() - section.content()).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return switch (section.id()) {
                case SectionId.IMPORT -> inImports(in);
                case SectionId.TABLE, SectionId.MEMORY -> inDefinitions(in, section.id() == SectionId.TABLE);
                default -> Optional.empty();
            };
        } catch (RuntimeException e) {
            // It is malformed, too.
            return Optional.empty();
        }
    }

    private static Optional<String> inImports(ByteBuffer in) {
        for (long count = Encoding.readVarUInt32(in); count > 0; count--) {
            skipName(in);
            skipName(in);
            int kind = in.get();
            Optional<String> feature = switch (kind) {
                case KIND_TABLE -> limits(in, true);
                case KIND_MEMORY -> limits(in, false);
                default -> {
                    // A type's index; in front of it an attribute, or after it whether the global changes.
                    Encoding.readVarUInt32(in);
                    if (kind != KIND_FUNCTION) {
                        Encoding.readVarUInt32(in);
                    }
                    yield Optional.empty();
                }
            };
            if (feature.isPresent()) {
                return feature;
            }
        }
        return Optional.empty();
    }

    private static void skipName(ByteBuffer in) {
        int length = (int) Encoding.readVarUInt32(in);
        in.position(in.position() + length);
    }

    private static Optional<String> inDefinitions(ByteBuffer in, boolean areTables) {
        for (long count = Encoding.readVarUInt32(in); count > 0; count--) {
            Optional<String> feature = limits(in, areTables);
            if (feature.isPresent()) {
                return feature;
            }
        }
        return Optional.empty();
    }

    /** Of a table after the type of its elements. */
    private static Optional<String> limits(ByteBuffer in, boolean isTable) {
        if (isTable) {
            in.get();
        }
        int flags = in.get();
        if ((flags & ~(2 * PAGE_SIZE - 1)) == 0 && (flags & (ADDRESSES_64 | PAGE_SIZE)) != 0) {
            return Optional.of((flags & PAGE_SIZE) != 0 ? "pages of another size" : MEMORY64);
        }
        Encoding.readVarUInt32(in);
        if ((flags & 1) != 0) {
            Encoding.readVarUInt32(in);
        }
        return Optional.empty();
    }
}
