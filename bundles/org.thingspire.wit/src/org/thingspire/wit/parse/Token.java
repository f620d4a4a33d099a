// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.parse;

import org.thingspire.problem.Position;

/**
 * A word, number or sign of a file.
 *
 * @param text of a name without the percent sign; of a string without the quotes
 * @param docs the documentation comments in front of it; empty if none
 */
record Token(Kind kind, String text, Position position, String docs) {

    enum Kind {
        NAME,
        KEYWORD,
        INTEGER,
        VERSION,
        STRING,
        SIGN,
        END
    }

    /** Whether it is this keyword or sign. */
    boolean is(String word) {
        return (kind == Kind.KEYWORD || kind == Kind.SIGN) && text.equals(word);
    }

    /** For messages: what a reader sees there. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the file";
            case STRING -> "a string";
            default -> "\"" + text + "\"";
        };
    }
}
