// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Which levels of the x86-64 psABI this machine has. */
public final class Processors {

    private Processors() {
    }

    /** The C library's loader knows; it does not say so of the first. */
    public static boolean canRun(String cpu, Path folder) throws IOException, InterruptedException {
        return cpu.equals("x86-64")
                || Program.run(folder, List.of("/lib64/ld-linux-x86-64.so.2", "--help")).contains(cpu + " (supported");
    }
}
