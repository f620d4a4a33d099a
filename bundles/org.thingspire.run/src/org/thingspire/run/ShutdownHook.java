// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run;

/** Lets programs that we started end with us when this virtual machine is told to end, as by Ctrl-C. Closing it takes it back. */
public final class ShutdownHook implements AutoCloseable {

    private final Thread thread;

    /** @param action is run once in a thread of its own; may close this hook */
    public ShutdownHook(String name, Runnable action) {
        thread = new Thread(action, name);
        Runtime.getRuntime().addShutdownHook(thread);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            // The end is near; the action runs or has run.
        }
    }
}
