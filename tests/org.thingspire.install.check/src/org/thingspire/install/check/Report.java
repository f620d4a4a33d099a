// SPDX-License-Identifier: EPL-2.0
package org.thingspire.install.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** One line for each check: {@code passed NAME (N ms)}, or {@code failed NAME:} and why. */
final class Report implements AutoCloseable {

    private final PrintWriter writer;

    Report(Path file) throws IOException {
        writer = new PrintWriter(Files.newBufferedWriter(file));
    }

    /** What a user would do. */
    interface Check {
        void run() throws Exception;
    }

    void note(String text) {
        writer.println(text);
        writer.flush();
    }

    /** Whatever goes wrong is written down, because nobody looks on. */
    boolean check(String name, Check check) {
        long start = System.nanoTime();
        try {
            check.run();
            note("passed " + name + " (" + (System.nanoTime() - start) / 1_000_000 + " ms)");
            return true;
        } catch (Exception | LinkageError e) {
            writer.println("failed " + name + ":");
            e.printStackTrace(writer);
            writer.flush();
            return false;
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
