// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.interfaces;

import java.util.List;
import java.util.stream.Collectors;

import org.thingspire.aot.api.Signature;
import org.thingspire.wit.abi.CoreSignature;
import org.thingspire.wit.abi.CoreType;

/** Converts between the compiler's letters for types and WebAssembly's own words. */
public final class CoreLetters {

    private CoreLetters() {
    }

    /** The same signature in letters. */
    public static Signature of(CoreSignature signature) {
        return new Signature(letters(signature.parameters()), letters(signature.results()));
    }

    private static String letters(List<CoreType> types) {
        return types.stream().map(type -> switch (type) {
            case I32 -> "i";
            case I64 -> "l";
            case F32 -> "f";
            case F64 -> "d";
        }).collect(Collectors.joining());
    }

    /** {@code (i32, f32) -> i32} */
    static String shown(Signature signature) {
        String from = "(" + words(signature.parameters()) + ")";
        return signature.results().isEmpty() ? from : from + " -> " + words(signature.results());
    }

    private static String words(String letters) {
        return letters.chars().mapToObj(letter -> switch (letter) {
            case 'i' -> "i32";
            case 'l' -> "i64";
            case 'f' -> "f32";
            case 'd' -> "f64";
            case 'v' -> "v128";
            case 'r' -> "funcref";
            case 'e' -> "externref";
            default -> throw new IllegalArgumentException("no type has the letter " + (char) letter);
        }).collect(Collectors.joining(", "));
    }
}
