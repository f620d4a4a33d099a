// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.program;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.ExternalProgram;

/** Asks programs for their version: also whether they are what they are taken for. */
public final class ProgramVersion {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)+");
    private static final long PATIENCE_SECONDS = 10;

    private ProgramVersion() {
    }

    /**
     * Runs {@code <file> --version}; takes some milliseconds, and never longer than 10 seconds.
     *
     * @return empty if the file is another program, or can't be run
     */
    public static Optional<String> of(ExternalProgram program, Path file) throws InterruptedException {
        FutureTask<Optional<String>> answer = new FutureTask<>(() -> ask(program, file));
        Thread.ofPlatform().daemon().name("version of " + file).start(answer);
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            answer.cancel(true); // ends the program, too
        }
    }

    private static Optional<String> ask(ExternalProgram program, Path file) throws InterruptedException {
        try {
            Command.Outcome outcome = Command.of(file).add("--version").in(Path.of(System.getProperty("java.io.tmpdir"))).run();
            return outcome.succeeded() ? in(program, outcome.output()) : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** The first number with a dot in it; names before it may be in parentheses with numbers of their own. */
    static Optional<String> in(ExternalProgram program, String output) {
        String first = output.lines().findFirst().orElse("");
        if (!program.announcesItselfAs(first)) {
            return Optional.empty();
        }
        Matcher number = NUMBER.matcher(first.replaceAll("\\([^)]*\\)", ""));
        return number.find() ? Optional.of(number.group()) : Optional.empty();
    }
}
