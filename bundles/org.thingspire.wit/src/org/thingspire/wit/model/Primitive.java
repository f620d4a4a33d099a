// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types that WIT itself has and that have no parts (WIT.md, "Types"). */
public enum Primitive implements Type {
    BOOL,
    S8,
    U8,
    S16,
    U16,
    S32,
    U32,
    S64,
    U64,
    F32,
    F64,
    CHAR,
    STRING;

    /** As WIT writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type that WIT writes so. */
    public static Optional<Primitive> of(String word) {
        return Arrays.stream(values()).filter(primitive -> primitive.word().equals(word)).findFirst();
    }
}
