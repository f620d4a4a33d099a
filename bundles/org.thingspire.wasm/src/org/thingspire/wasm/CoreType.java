// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wasm;

import java.util.Arrays;

/** The types of values that functions take and return (WebAssembly 2.0, 2.3.1 to 2.3.4). */
public enum CoreType {

    I32('i', "i32", Integer.BYTES, "uint32_t"),
    I64('l', "i64", Long.BYTES, "uint64_t"),
    F32('f', "f32", Float.BYTES, "float"),
    F64('d', "f64", Double.BYTES, "double"),
    V128('v', "v128", 16, ""),
    /** How many bytes a reference has, only its module's target knows. */
    FUNCREF('r', "funcref", 0, "const void *"),
    EXTERNREF('e', "externref", 0, "const void *");

    private final char letter;
    private final String word;
    private final int bytes;
    private final String c;

    CoreType(char letter, String word, int bytes, String c) {
        this.letter = letter;
        this.word = word;
        this.bytes = bytes;
        this.c = c;
    }

    /** @throws IllegalArgumentException if no type has that letter */
    public static CoreType of(int letter) {
        return Arrays.stream(values()).filter(type -> type.letter == letter).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type has the letter " + (char) letter));
    }

    /** What stands for it in tables of the runtime, and in names of symbols. */
    public char letter() {
        return letter;
    }

    /** The size of a number or vector. */
    public int bytes() {
        return bytes;
    }

    /** Whether it is an integer or a float, which are all that links between nodes carry. */
    public boolean isNumber() {
        return compareTo(F64) <= 0;
    }

    /**
     * Its type in C.
     *
     * @param vector what C calls a struct of two {@code uint64_t} there, the less significant one first
     */
    public String c(String vector) {
        return this == V128 ? vector : c;
    }

    /** As WebAssembly writes it; the member of that name is what a {@code ts_value} of the runtime has for it. */
    @Override
    public String toString() {
        return word;
    }
}
