// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The types of numbers and of references to functions, with their codes in the binary format and their letters in
 * {@link org.thingspire.wasm.CoreSignature}.
 */
enum Type {
    I32(0x7f, 'i'),
    I64(0x7e, 'l'),
    F32(0x7d, 'f'),
    F64(0x7c, 'd'),
    FUNCREF(0x70, 'r');

    private static final Type[] NUMBERS = {I32, I64, F32, F64};
    private static final int ONE_REFERENCE_IN = 8;

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

    static Type anyNumber(Choices choices) {
        return NUMBERS[choices.below(NUMBERS.length)];
    }

    /** Mostly a number. */
    static Type any(Choices choices) {
        int choice = choices.below(ONE_REFERENCE_IN * NUMBERS.length);
        return choice < (ONE_REFERENCE_IN - 1) * NUMBERS.length ? NUMBERS[choice % NUMBERS.length] : FUNCREF;
    }

    static String letters(List<Type> types) {
        return types.stream().map(type -> String.valueOf(type.letter)).collect(Collectors.joining());
    }
}
