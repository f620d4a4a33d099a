// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.wiring;

/** Names of the topology as C text. */
final class CNames {

    private CNames() {
    }

    /** A topology name (letters, digits, hyphens) as an identifier; different names stay different. */
    static String of(String name) {
        return name.replace('-', '_');
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
