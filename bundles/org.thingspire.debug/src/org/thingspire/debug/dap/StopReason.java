// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug.dap;

/** Why a node was halted. */
public enum StopReason {

    BREAKPOINT,

    /** A step has reached its end. */
    STEP,

    /** It was asked for by {@link NodeDebugSession#suspend}. */
    SUSPENDED,

    /** A signal, or something else that GDB does not let pass. */
    OTHER;

    /** @param word the adapter's */
    static StopReason of(String word) {
        return switch (word) {
            case "breakpoint", "function breakpoint" -> BREAKPOINT;
            case "step" -> STEP;
            case "SIGINT" -> SUSPENDED;
            default -> OTHER;
        };
    }
}
