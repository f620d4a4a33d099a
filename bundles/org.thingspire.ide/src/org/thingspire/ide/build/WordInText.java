// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The characters of a text that editors underline for a problem.
 *
 * @param start offset of the first, from 0, in UTF-16 units
 * @param end offset after the last
 */
record WordInText(int start, int end) {

    /**
     * The name or number that begins at a line and column, or the one character there.
     *
     * @param line counted from 1
     * @param column counted from 1
     * @return empty if the file can't be read or has no such place, because it has changed meanwhile
     */
    static Optional<WordInText> at(Path file, int line, int column) {
        try {
            return in(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), line, column);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<WordInText> in(String text, int line, int column) {
        int start = 0;
        for (int current = 1; current < line; current++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return Optional.empty();
            }
        }
        start += column - 1;
        if (start >= text.length() || text.charAt(start) == '\n') {
            return Optional.empty();
        }
        int end = start;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return Optional.of(new WordInText(start, Math.max(end, start + 1)));
    }
}
