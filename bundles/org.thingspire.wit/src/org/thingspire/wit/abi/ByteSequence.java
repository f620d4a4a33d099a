// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.abi;

import org.thingspire.wit.model.Primitive;
import org.thingspire.wit.model.Type;

/**
 * The types {@code string} and {@code list<u8>}. They pass as two numbers: where the bytes begin in the module's linear memory, and how
 * many there are (CanonicalABI.md, "Flattening"). Strings are UTF-8.
 */
public final class ByteSequence {

    private ByteSequence() {
    }

    /** Whether the type is one of the two, under whatever name. */
    public static boolean is(Type type) {
        return switch (type) {
            case Primitive primitive -> primitive == Primitive.STRING;
            case Type.Alias alias -> is(alias.target());
            case Type.ListOf list -> list.length().isEmpty() && isByte(list.element());
            default -> false;
        };
    }

    private static boolean isByte(Type type) {
        return type instanceof Type.Alias alias ? isByte(alias.target()) : type == Primitive.U8;
    }
}
