// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run;

import java.util.Optional;

import org.thingspire.builder.toolchain.ProgramPaths;

/**
 * How an application is to be run.
 *
 * @param speed how many times as fast as they were recorded sensor values are replayed; above 0
 * @param debugged the node that is to wait for a debugger, if any
 * @param programs those of the machine
 */
public record RunOptions(double speed, Optional<String> debugged, ProgramPaths programs) {

    public RunOptions {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("a replay's speed is a number above 0, not " + speed);
        }
    }

    /** At the recorded pace, without a debugger. */
    public static RunOptions plain(ProgramPaths programs) {
        return new RunOptions(1, Optional.empty(), programs);
    }

    public RunOptions atSpeed(double other) {
        return new RunOptions(other, debugged, programs);
    }

    public RunOptions debugging(String node) {
        return new RunOptions(speed, Optional.of(node), programs);
    }
}
