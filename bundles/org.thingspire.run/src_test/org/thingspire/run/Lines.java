// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.thingspire.run.console.ConsoleListener;

/** Remembers what nodes print, as {@code [node] text}, and lets a test wait for it. */
final class Lines implements ConsoleListener {

    /** What is waited for takes a second or two, on a slow machine ten times as long, and this is ten times that: a guard against hanging. */
    static final long PATIENCE_S = 200;

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void line(String node, String text) {
        synchronized (lines) {
            lines.add("[" + node + "] " + text);
            lines.notifyAll();
        }
    }

    List<String> all() {
        return List.copyOf(lines);
    }

    /** Returns when the line was printed; fails if that takes too long. */
    void await(String line) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        synchronized (lines) {
            while (!lines.contains(line)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("\"" + line + "\" did not come; came: " + lines);
                }
                lines.wait(left);
            }
        }
    }
}
