// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.List;
import java.util.stream.Collectors;

/** The types of numbers, with their codes in the binary format and their letters in {@link org.thingspire.aot.Signature}. */
enum Type {
    I32(0x7f, 'i'),
    I64(0x7e, 'l'),
    F32(0x7d, 'f'),
    F64(0x7c, 'd');

    private final int code;
    private final char letter;

    Type(int code, char letter) {
        this.code = code;
        this.letter = letter;
    }

    int code() {
        return code;
    }

    boolean isFloat() {
        return this == F32 || this == F64;
    }

    static Type of(char letter) {
        for (Type type : values()) {
            if (type.letter == letter) {
                return type;
            }
        }
        throw new IllegalArgumentException("no type has the letter " + letter);
    }

    static Type any(Choices choices) {
        return values()[choices.below(values().length)];
    }

    static String letters(List<Type> types) {
        return types.stream().map(type -> String.valueOf(type.letter)).collect(Collectors.joining());
    }
}
