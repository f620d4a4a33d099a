// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.console;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command speaks.
 *
 * @param out results
 * @param err what it does and what is wrong
 * @param interactive whether a person watches {@code err}: then progress is one line that changes
 */
public record Console(PrintWriter out, PrintWriter err, boolean interactive) {

    /** This process's own streams. The launcher script says in {@code thingspire.terminal} whether stderr is a terminal. */
    public static Console ofProcess() {
        return new Console(writer(System.out), writer(System.err), Boolean.getBoolean("thingspire.terminal"));
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
