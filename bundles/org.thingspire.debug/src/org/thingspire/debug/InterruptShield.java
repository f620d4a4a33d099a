// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * While it is open, Ctrl-C in the terminal does not end this program: it is meant for the debugger, which then halts the node.
 * A handler that does nothing, and not "ignore", because what a process ignores its children ignore too.
 */
final class InterruptShield implements AutoCloseable {

    private static final Signal INTERRUPT = new Signal("INT");

    private final SignalHandler before = Signal.handle(INTERRUPT, signal -> {});

    @Override
    public void close() {
        Signal.handle(INTERRUPT, before);
    }
}
