// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

import run.endive.wasm.Encoding;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.SectionId;

/** Finds what tools have put beside the program: names, DWARF. */
public final class CustomSections {

    private CustomSections() {
    }

    /** The content of the first custom section of that name, without the name. */
    public static Optional<byte[]> find(byte[] module, SectionMap map, String name) {
        for (SectionMap.Section section : map.sections()) {
            if (section.id() == SectionId.CUSTOM) {
                ByteBuffer in = ByteBuffer.wrap(module).order(ByteOrder.LITTLE_ENDIAN)
                        .position(section.content()).limit(section.end()).order(ByteOrder.LITTLE_ENDIAN);
                if (startsWithName(in, name)) {
                    return Optional.of(Arrays.copyOfRange(module, in.position(), section.end()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean startsWithName(ByteBuffer in, String name) {
        try {
            return Encoding.readName(in, false).equals(name);
        } catch (WasmEngineException | IllegalArgumentException e) {
            return false;
        }
    }
}
