// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import java.time.Duration;

/** A worker was ended because it took too long. That is no fault of the worker. */
public final class WorkerTimeout extends Exception {

    private static final long serialVersionUID = 1L;

    private final Duration limit;

    WorkerTimeout(Duration limit) {
        super("ended after " + limit);
        this.limit = limit;
    }

    /** How long it was given. */
    public Duration limit() {
        return limit;
    }
}
