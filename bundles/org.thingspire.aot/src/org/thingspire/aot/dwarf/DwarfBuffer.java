// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.dwarf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A cursor over one DWARF section, with the encodings that all sections share (DWARF 5, 7.4 to 7.6). Reading past the end
 * throws {@link java.nio.BufferUnderflowException} or {@link IllegalArgumentException}.
 */
final class DwarfBuffer {

    private static final long DWARF64_ESCAPE = 0xffff_ffffL;

    private final ByteBuffer in;

    DwarfBuffer(byte[] section) {
        this(ByteBuffer.wrap(section));
    }

    private DwarfBuffer(ByteBuffer in) {
        this.in = in.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A cursor of its own over the next {@code length} bytes; this one moves past them. */
    DwarfBuffer take(long length) {
        ByteBuffer part = in.duplicate();
        skip(length);
        return new DwarfBuffer(part.limit(in.position()));
    }

    /** A cursor of its own over the whole section, at {@code offset}. */
    DwarfBuffer at(long offset) {
        return new DwarfBuffer(in.duplicate().clear().position(Math.toIntExact(offset)));
    }

    boolean hasRemaining() {
        return in.hasRemaining();
    }

    int position() {
        return in.position();
    }

    void skip(long bytes) {
        in.position(Math.toIntExact(in.position() + bytes));
    }

    int u8() {
        return in.get() & 0xff;
    }

    int s8() {
        return in.get();
    }

    int u16() {
        return in.getShort() & 0xffff;
    }

    long u32() {
        return in.getInt() & 0xffff_ffffL;
    }

    long unsigned(int size) {
        return switch (size) {
            case 1 -> u8();
            case 2 -> u16();
            case 3 -> u16() | u8() << 16;
            case 4 -> u32();
            case 8 -> in.getLong();
            default -> throw new IllegalArgumentException("integer of " + size + " bytes");
        };
    }

    long uleb() {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            int next = u8();
            value |= shift < Long.SIZE ? (long) (next & 0x7f) << shift : 0;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
    }

    long sleb() {
        long value = 0;
        for (int shift = 0;;) {
            int next = u8();
            value |= shift < Long.SIZE ? (long) (next & 0x7f) << shift : 0;
            shift += 7;
            if ((next & 0x80) == 0) {
                return shift < Long.SIZE && (next & 0x40) != 0 ? value | -1L << shift : value;
            }
        }
    }

    String string() {
        int start = in.position();
        while (in.get() != 0) {
            // the loop's condition moves on
        }
        byte[] text = new byte[in.position() - 1 - start];
        in.get(start, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** A unit's length. WebAssembly has 32-bit addresses, so the 64-bit format is damage. */
    long initialLength() {
        long length = u32();
        if (length == DWARF64_ESCAPE) {
            throw new IllegalArgumentException("64-bit DWARF");
        }
        return length;
    }
}
