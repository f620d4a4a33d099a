// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

import org.thingspire.aot.CodeTarget;

/** A machine to run a driver on. */
public interface Platform {

    CodeTarget target();

    /** Bytes that the linear memories of one image may take. */
    long memory();

    /** The budget for a memory that may grow without a maximum, in bytes; empty for the compiler's own choice. */
    OptionalLong growthBudget(long initialBytes);

    /** Whether the script's command at that line needs more memory than the machine has. */
    boolean isTooSmallFor(String script, int line);

    /**
     * Links the objects in a folder with the driver's source and runs it.
     *
     * @return what it wrote
     */
    String run(Path folder) throws IOException, InterruptedException;
}
