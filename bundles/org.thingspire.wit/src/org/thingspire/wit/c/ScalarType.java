// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.c;

import java.util.Optional;

import org.thingspire.wit.model.Primitive;
import org.thingspire.wit.model.Type;

/** Types of WIT that are one number in C, and that clang passes as the canonical ABI wants it. */
final class ScalarType {

    private static final int VALUES_OF_8_BITS = 1 << 8;
    private static final int VALUES_OF_16_BITS = 1 << 16;

    private ScalarType() {
    }

    /** Whether the type is a single number. */
    static boolean is(Type type) {
        return switch (type) {
            case Primitive primitive -> primitive(primitive).isPresent();
            case Type.Alias alias -> is(alias.target());
            case Type.Enumeration enumeration -> true;
            case Type.Flags flags -> true;
            default -> false;
        };
    }

    /** The C type; empty if the type is no single number. */
    static Optional<String> of(Type type, CNames names) {
        return switch (type) {
            case Primitive primitive -> primitive(primitive);
            case Type.Named named when is(named) -> Optional.of(names.type(named.name()));
            default -> Optional.empty();
        };
    }

    /** The smallest type that has room for the number of a case (CanonicalABI.md, {@code discriminant_type}). */
    static String ofCases(int count) {
        return count <= VALUES_OF_8_BITS ? "uint8_t" : count <= VALUES_OF_16_BITS ? "uint16_t" : "uint32_t";
    }

    /** The smallest type that has a bit for each flag (CanonicalABI.md, {@code elem_size_flags}). */
    static String ofFlags(int count) {
        return count <= 8 ? "uint8_t" : count <= 16 ? "uint16_t" : "uint32_t";
    }

    private static Optional<String> primitive(Primitive primitive) {
        return switch (primitive) {
            case BOOL -> Optional.of("bool");
            case S8 -> Optional.of("int8_t");
            case U8 -> Optional.of("uint8_t");
            case S16 -> Optional.of("int16_t");
            case U16 -> Optional.of("uint16_t");
            case S32 -> Optional.of("int32_t");
            case U32, CHAR -> Optional.of("uint32_t");
            case S64 -> Optional.of("int64_t");
            case U64 -> Optional.of("uint64_t");
            case F32 -> Optional.of("float");
            case F64 -> Optional.of("double");
            case STRING -> Optional.empty();
        };
    }
}
