// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts what a program prints into lines. Unlike {@link java.io.BufferedReader} it bounds a line's length, so that a module that
 * never prints a line feed can't fill the memory of the machine that watches it.
 */
public final class LineReader {

    /** In characters; what is longer is passed on in several lines. */
    static final int LONGEST_LINE = 4096;

    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();

    /** @param lines gets each line without its end ({@code \n} or {@code \r\n}) */
    public LineReader(Consumer<String> lines) {
        this.lines = lines;
    }

    /**
     * Reads until the stream ends or breaks, which is the same here: the program is gone, or we closed the stream.
     * Bytes that are no UTF-8 become U+FFFD. An unfinished last line counts as a line.
     */
    public void readAll(InputStream stream) {
        char[] chunk = new char[1024];
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
                for (int i = 0; i < count; i++) {
                    accept(chunk[i]);
                }
            }
        } catch (IOException e) {
            // The end, see above.
        }
        if (!line.isEmpty()) {
            emit();
        }
    }

    private void accept(char c) {
        if (c == '\n') {
            emit();
        } else {
            line.append(c);
            if (line.length() == LONGEST_LINE) {
                emit();
            }
        }
    }

    private void emit() {
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        String text = line.toString();
        line.setLength(0);
        lines.accept(text);
    }
}
