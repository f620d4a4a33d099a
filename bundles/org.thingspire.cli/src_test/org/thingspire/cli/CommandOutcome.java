// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a command printed and how it ended. */
record CommandOutcome(int exitCode, List<String> out, List<String> err) {

    /** Runs a command in this process, as the launcher would. */
    static CommandOutcome of(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
        int exitCode = Main.commandLine(Path.of(System.getProperty("thingspire.home")), console)
                .execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
        return new CommandOutcome(exitCode, out.toString().lines().toList(), err.toString().lines().toList());
    }

    /** The lines of one node's console, without its name. */
    List<String> console(String node) {
        String prefix = "[" + node + "] ";
        return out.stream().filter(line -> line.startsWith(prefix)).map(line -> line.substring(prefix.length())).toList();
    }

    String error() {
        return String.join("\n", err);
    }
}
