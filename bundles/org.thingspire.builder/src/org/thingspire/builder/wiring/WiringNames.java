// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

/** Names of the topology as C text. */
final class WiringNames {

    private WiringNames() {
    }

    /**
     * A topology name (small letters, digits, hyphens) as an identifier; different names stay different. What begins with {@code ts_} is the
     * runtime's: a module {@code ts} has the instance {@code Ts_instance}.
     */
    static String of(String name) {
        String identifier = name.replace('-', '_');
        return (identifier + "_").startsWith("ts_") ? "T" + identifier.substring(1) : identifier;
    }

    /** A C string literal. */
    static String string(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                literal.append('\\').appendCodePoint(c);
            } else if (c < ' ') {
                literal.append("\\%03o".formatted(c));
            } else {
                literal.appendCodePoint(c);
            }
        });
        return literal.append('"').toString();
    }
}
