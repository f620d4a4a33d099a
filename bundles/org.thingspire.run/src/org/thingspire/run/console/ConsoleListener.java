// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.console;

/**
 * Gets what the nodes of an application print. Called from the threads that read the consoles but never by two at a time, so
 * lines do not mix. Must not close the application.
 */
@FunctionalInterface
public interface ConsoleListener {

    /** A whole line, without its end. */
    void line(String node, String text);

    /** In place of the line by which a node reports a trap. */
    default void trapped(String node, Trap trap) {
        line(node, trap.toString());
    }

    /** The node prints no more, because it is gone. */
    default void ended(String node) {
    }
}
