// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

/** A worker ended without an answer. The message says why, as far as it is known, without a stop at its end. */
public final class WorkerCrash extends Exception {

    private static final long serialVersionUID = 1L;

    private final String errors;

    WorkerCrash(String reason, String errors) {
        super(reason);
        this.errors = errors;
    }

    /** The last of what the process wrote to its error stream. */
    public String errors() {
        return errors;
    }
}
