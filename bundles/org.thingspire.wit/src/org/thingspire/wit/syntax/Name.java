// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit.syntax;

import java.util.Locale;

import org.thingspire.problem.Position;

/**
 * A name as it stands in a file.
 *
 * @param text without the percent sign that tells it from a keyword
 */
public record Name(String text, Position position) {

    /** What makes it the same as another name in the same scope: WIT's names differ by more than their case. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }
}
