// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug.dap;

/**
 * Told what happens to the node of a {@link NodeDebugSession}: one call at a time, in the order in which things happen, from a
 * thread on which the session may be used.
 */
public interface DebugListener {

    /** All threads of the node have halted. */
    void stopped(int thread, StopReason reason);

    /** All threads of the node run. Also told when it was we who asked for it, and when they ran already. */
    void resumed();

    /** There is nothing left to debug. Told once. */
    void ended();

    /** What GDB or the adapter have to say; may be parts of lines. */
    default void output(String text) {
    }
}
