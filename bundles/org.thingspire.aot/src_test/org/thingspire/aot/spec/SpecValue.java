// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.spec;

/**
 * An argument or an expected result.
 *
 * @param type {@code i32}, {@code i64}, {@code f32}, {@code f64}, or a reference type
 * @param text the bits as a decimal number, or {@code nan:canonical}, {@code nan:arithmetic}
 */
record SpecValue(String type, String text) {

    boolean isNumber() {
        return type.equals("i32") || type.equals("i64") || type.equals("f32") || type.equals("f64");
    }

    boolean isWide() {
        return type.endsWith("64");
    }

    boolean isFloat() {
        return type.startsWith("f");
    }

    /** The letter of {@link org.thingspire.aot.Signature}. */
    char letter() {
        return switch (type) {
            case "i32" -> 'i';
            case "i64" -> 'l';
            case "f32" -> 'f';
            default -> 'd';
        };
    }

    /** The bits as a C constant. */
    String bits() {
        return isWide()
                ? "0x%xull".formatted(Long.parseUnsignedLong(text))
                : "0x%xu".formatted(Integer.parseUnsignedInt(text));
    }

    /** The value as a C expression. */
    String expression() {
        return isFloat() ? "spec_f%s(%s)".formatted(type.substring(1), bits()) : bits();
    }
}
