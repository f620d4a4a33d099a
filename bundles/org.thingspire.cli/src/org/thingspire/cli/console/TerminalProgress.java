// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.console;

import org.thingspire.builder.setup.Progress;

/** Shows a build's progress: one changing line for a person, a line for each piece of work in a log. */
public final class TerminalProgress implements Progress, AutoCloseable {

    private static final String ERASE_LINE = "\r\033[2K";
    private static final int WIDTH = 78;

    private final Console console;
    private int pieces;
    private int finished;
    private boolean shown;

    public TerminalProgress(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void begin(int count) {
        pieces = count;
    }

    @Override
    public synchronized void working(String what) {
        if (console.interactive()) {
            String line = "[%s/%s] %s".formatted(finished, pieces, what);
            console.err().print(ERASE_LINE + line.substring(0, Math.min(line.length(), WIDTH)));
            console.err().flush();
            shown = true;
        } else {
            console.err().println(what);
        }
    }

    @Override
    public synchronized void done() {
        finished++;
    }

    /** Takes the changing line away, so that other output begins on a clean line. */
    public synchronized void clear() {
        if (shown) {
            console.err().print(ERASE_LINE);
            console.err().flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
