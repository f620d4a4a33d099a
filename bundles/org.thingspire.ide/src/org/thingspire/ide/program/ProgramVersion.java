// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.program;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.thingspire.build.tool.Command;

/** Asks programs for their version. */
public final class ProgramVersion {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)+");

    private ProgramVersion() {
    }

    /**
     * Runs {@code <program> --version}; takes some milliseconds.
     *
     * @return empty if it says none or can't be run
     */
    public static Optional<String> of(Path program) throws InterruptedException {
        try {
            return in(Command.of(program).add("--version").in(Path.of(System.getProperty("java.io.tmpdir"))).run().output());
        } catch (java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** The first number with a dot in it; names before it may be in parentheses with numbers of their own. */
    static Optional<String> in(String output) {
        String first = output.lines().findFirst().orElse("");
        String plain = first.replaceAll("\\([^)]*\\)", "");
        Matcher number = NUMBER.matcher(plain);
        return number.find() ? Optional.of(number.group()) : Optional.empty();
    }
}
