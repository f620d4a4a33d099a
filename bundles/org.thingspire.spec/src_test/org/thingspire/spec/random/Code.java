// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes in WebAssembly's binary format (specification, chapter 5). Each method returns this. */
final class Code {

    private static final int VALUE_BITS = 7;
    private static final int MORE = 0x80;
    private static final int SIGN = 0x40;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Bytes as they are: opcodes, types. */
    Code bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    Code raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    Code unsigned(long value) {
        long rest = value;
        while (rest >>> VALUE_BITS != 0) {
            out.write((int) rest & (MORE - 1) | MORE);
            rest >>>= VALUE_BITS;
        }
        out.write((int) rest);
        return this;
    }

    Code signed(long value) {
        long rest = value;
        while (rest >= SIGN || rest < -SIGN) {
            out.write((int) rest & (MORE - 1) | MORE);
            rest >>= VALUE_BITS;
        }
        out.write((int) rest & (MORE - 1));
        return this;
    }

    Code littleEndian(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> (Byte.SIZE * i)));
        }
        return this;
    }

    Code name(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return unsigned(bytes.length).raw(bytes);
    }

    /** The other's bytes after their length. */
    Code sized(Code other) {
        byte[] bytes = other.toBytes();
        return unsigned(bytes.length).raw(bytes);
    }

    Code section(int id, Code content) {
        return bytes(id).sized(content);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
