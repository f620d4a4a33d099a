// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.nio.file.Path;
import java.util.List;

import org.thingspire.builder.toolchain.Command;

/** Ends programs that wrong code has made endless. */
final class Deadline {

    /** Longer than any script takes, on a loaded machine too. */
    private static final int SECONDS = 300;

    private Deadline() {
    }

    static Command.Builder of(List<String> words) {
        return Command.of(Path.of("timeout")).add("--kill-after=1", SECONDS).addAll(words);
    }
}
