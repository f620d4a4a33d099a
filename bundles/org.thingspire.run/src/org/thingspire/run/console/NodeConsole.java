// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.console;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

import org.thingspire.run.process.LineReader;

/** Reads one node's console in a thread of its own, and understands the lines that the runtime prints for us. */
public final class NodeConsole implements AutoCloseable {

    /** The runtime's last line before the first task starts; by then it listens on all UARTs. */
    private static final String READY = "ready";

    private final String node;
    private final TrapSymbolizer symbolizer;
    private final ConsoleListener listener;
    private final Runnable whenReady;
    private final Thread thread;

    /**
     * @param listener shared by all nodes, and so locked while it is called
     * @param whenReady called when the node says that it is
     */
    public NodeConsole(String node, InputStream console, Path symbolizer, Path elf, ConsoleListener listener, Runnable whenReady) {
        this.node = node;
        this.symbolizer = new TrapSymbolizer(symbolizer, elf);
        this.listener = listener;
        this.whenReady = whenReady;
        this.thread = Thread.ofPlatform().daemon().name("console of " + node)
                .start(() -> readAll(console));
    }

    /** Waits until all that the node printed was passed on; it must have ended before. */
    @Override
    public void close() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        symbolizer.close();
    }

    private void readAll(InputStream console) {
        new LineReader(this::received).readAll(console);
        synchronized (listener) {
            listener.ended(node);
        }
    }

    private void received(String line) {
        if (line.equals(READY)) {
            whenReady.run();
        }
        // Found before the lock is taken: the others need not wait for it.
        Optional<Trap> trap = Trap.parse(line).map(symbolizer::locate);
        synchronized (listener) {
            trap.ifPresentOrElse(found -> listener.trapped(node, found), () -> listener.line(node, line));
        }
    }
}
