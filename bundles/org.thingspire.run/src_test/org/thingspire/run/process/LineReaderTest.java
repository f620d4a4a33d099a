// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void endsOfLinesAreTakenOff() {
        assertThat(read("one\ntwo\r\n\nfour\n")).containsExactly("one", "two", "", "four");
    }

    @Test
    void unfinishedLastLineCounts() {
        assertThat(read("one\ntw")).containsExactly("one", "tw");
    }

    @Test
    void endlessLineIsPassedOnInPieces() {
        String longLine = "x".repeat(LineReader.LONGEST_LINE + 1);
        assertThat(read(longLine + "\n")).containsExactly("x".repeat(LineReader.LONGEST_LINE), "x");
    }

    @Test
    void damagedTextIsShownAsSuch() {
        assertThat(read(new byte[] {'a', (byte) 0xff, 'b', '\n'})).containsExactly("a\ufffdb");
    }

    private static List<String> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        new LineReader(lines::add).readAll(new ByteArrayInputStream(bytes));
        return lines;
    }
}
