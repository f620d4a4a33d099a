// SPDX-License-Identifier: EPL-2.0
package org.thingspire.llvm;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What programs that ThingSpire starts see of the environment of who started ThingSpire: where things are and what terminal there is,
 * nothing that changes what they make. {@code CPATH}, {@code LIBRARY_PATH}, {@code LD_LIBRARY_PATH}, {@code JAVA_TOOL_OPTIONS} and the
 * like are meant for the user's own compilers. Every program is started by a builder from here.
 */
public final class ProgramEnvironment {

    /** What is not named here does not get through. */
    private static final Set<String> KEPT = Set.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "TZ", "TERM", "COLORTERM", "NO_COLOR", "COLUMNS",
            "LINES", "INPUTRC", "GDBHISTFILE", "DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR");

    private ProgramEnvironment() {
    }

    /** @param words the program and its arguments */
    public static ProcessBuilder builder(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words);
        restrict(builder.environment());
        return builder;
    }

    /** Messages are English, names of files UTF-8, and temporary files where this Java has its own. */
    static void restrict(Map<String, String> environment) {
        environment.keySet().retainAll(KEPT);
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TMPDIR", System.getProperty("java.io.tmpdir"));
    }
}
