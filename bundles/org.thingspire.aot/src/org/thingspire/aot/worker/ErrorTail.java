// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The last of what a process writes to its error stream, read as it comes so that the process never waits for a reader. */
final class ErrorTail {

    private static final int KEPT = 1 << 18;
    /** What LLVM and Java begin the line with that says why they give up. */
    private static final List<String> LAST_WORDS = List.of("LLVM ERROR: ", "Terminating due to ", "Exception in thread \"compiler\" ",
            "terminate called ", "#  SIG", "# There is insufficient memory", "Error occurred during initialization of VM", "Error: ");

    private final StringBuilder text = new StringBuilder();
    private final Thread reader;

    ErrorTail(InputStream stream) {
        this.reader = PipeThread.start("errors of a compiler", () -> read(stream));
    }

    private void read(InputStream stream) {
        byte[] buffer = new byte[8192];
        try {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                append(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            append("(the rest could not be read: " + e + ")");
        }
    }

    private synchronized void append(String more) {
        text.append(more);
        if (text.length() > KEPT) {
            text.delete(0, text.length() - KEPT);
        }
    }

    /** Everything up to the end of the stream; the process has ended. */
    String text() throws InterruptedException {
        reader.join();
        synchronized (this) {
            return text.toString();
        }
    }

    /** The line that says why the process ended, if there is one that does. */
    static Stream<String> reason(String text) {
        return text.lines().filter(line -> LAST_WORDS.stream().anyMatch(line::startsWith)).map(line -> line.replaceFirst("^#\\s*", ""))
                .limit(1);
    }
}
