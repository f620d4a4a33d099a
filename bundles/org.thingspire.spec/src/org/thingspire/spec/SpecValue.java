// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.util.List;

/**
 * An argument or an expected result.
 *
 * @param type  {@code i32}, {@code i64}, {@code f32}, {@code f64}, {@code v128}, or a reference type; for a lane {@code i8} and
 *              {@code i16}, too
 * @param text  the bits as a decimal number, or {@code nan:canonical}, {@code nan:arithmetic}; empty for v128; of a reference its
 *              number, {@code null}, or nothing for any that is not null
 * @param lanes of a v128, the first one first; else empty
 */
record SpecValue(String type, String text, List<SpecValue> lanes) {

    private static final int VECTOR_BITS = 128;

    static SpecValue number(String type, String text) {
        return new SpecValue(type, text, List.of());
    }

    static SpecValue vector(String laneType, List<String> lanes) {
        return new SpecValue("v128", "", lanes.stream().map(lane -> number(laneType, lane)).toList());
    }

    boolean isVector() {
        return type.equals("v128");
    }

    /** Whether it stands for many bit patterns: those of one kind of NaN. */
    boolean isPattern() {
        return text.startsWith("nan:") || lanes.stream().anyMatch(SpecValue::isPattern);
    }

    boolean isReference() {
        return type.endsWith("ref");
    }

    boolean isWide() {
        return type.endsWith("64");
    }

    boolean isFloat() {
        return type.equals("f32") || type.equals("f64");
    }

    /** The bits as a C constant. */
    String bits() {
        if (isReference()) {
            return text.equals("null") ? "0u" : Integer.parseInt(text) + 1 + "u";
        }
        return isWide()
                ? "0x%xull".formatted(Long.parseUnsignedLong(text))
                : "0x%xu".formatted(Integer.parseUnsignedInt(text));
    }

    /** Half the bits of a v128 as a C constant; 0 is the first half. Lanes that are patterns are left zero. */
    String half(int number) {
        int laneBits = VECTOR_BITS / lanes.size();
        long bits = 0;
        for (int i = 0; i < lanes.size() / 2; i++) {
            SpecValue lane = lanes.get(number * lanes.size() / 2 + i);
            bits |= lane.isPattern() ? 0 : Long.parseUnsignedLong(lane.text) << i * laneBits;
        }
        return "0x%xull".formatted(bits);
    }

    /** The value as a C expression. */
    String expression() {
        if (isVector()) {
            return "&(const spec_v128){{ %s, %s }}".formatted(half(0), half(1));
        }
        if (isReference()) {
            return "(const void *)" + bits();
        }
        return isFloat() ? "spec_f%s(%s)".formatted(type.substring(1), bits()) : bits();
    }
}
