// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads the section headers of a 32-bit object (System V ABI, chapter 4). */
public final class ElfSections {

    private static final int HEADERS_OFFSET = 32;
    private static final int HEADER_SIZE = 46;
    private static final int HEADER_COUNT = 48;
    private static final int NAMES_INDEX = 50;
    private static final int SECTION_OFFSET = 16;
    private static final int SECTION_SIZE = 20;

    private ElfSections() {
    }

    /** The summed size of all sections whose name begins so. */
    public static int bytesIn(byte[] object, String prefix) {
        ByteBuffer elf = ByteBuffer.wrap(object).order(ByteOrder.LITTLE_ENDIAN);
        int names = elf.getInt(header(elf, elf.getShort(NAMES_INDEX)) + SECTION_OFFSET);
        int bytes = 0;
        for (int i = 0; i < elf.getShort(HEADER_COUNT); i++) {
            int header = header(elf, i);
            int name = names + elf.getInt(header);
            if (new String(object, name, Math.min(prefix.length(), object.length - name), StandardCharsets.US_ASCII).equals(prefix)) {
                bytes += elf.getInt(header + SECTION_SIZE);
            }
        }
        return bytes;
    }

    private static int header(ByteBuffer elf, int index) {
        return elf.getInt(HEADERS_OFFSET) + index * elf.getShort(HEADER_SIZE);
    }
}
