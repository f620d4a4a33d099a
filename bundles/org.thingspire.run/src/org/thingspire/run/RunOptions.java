// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run;

import java.util.Optional;

/**
 * How an application is to be run.
 *
 * @param speed how many times as fast as they were recorded sensor values are replayed; above 0
 * @param debugged the node that is to wait for a debugger, if any
 */
public record RunOptions(double speed, Optional<String> debugged) {

    public RunOptions {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("a replay's speed is a number above 0, not " + speed);
        }
    }

    /** At the recorded pace, without a debugger. */
    public static RunOptions plain() {
        return new RunOptions(1, Optional.empty());
    }

    public RunOptions atSpeed(double other) {
        return new RunOptions(other, debugged);
    }

    public RunOptions debugging(String node) {
        return new RunOptions(speed, Optional.of(node));
    }
}
