// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.cli.console.Console;
import org.thingspire.cli.console.Context;

/** What a command printed and how it ended. */
record CommandOutcome(int exitCode, List<String> out, List<String> err) {

    /** What is waited for takes seconds, on a slow machine ten times as long; after ten times that it is not going to happen. */
    static final long PATIENCE_SECONDS = 600;
    /** Of a command that has not ended. */
    private static final int RUNNING = -1;

    /** Runs a command in this process, as the launcher would. */
    static CommandOutcome of(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        return outcome(execute(ProgramPaths.ON_PATH, out, err, words), out, err);
    }

    /** The same where some programs are elsewhere. */
    static CommandOutcome with(ProgramPaths programs, Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        return outcome(execute(programs, out, err, words), out, err);
    }

    /**
     * Runs a command that would not end by itself, until it has printed enough; then it is told to stop, as {@code --for} does. Where it
     * never prints that much, the outcome is what it did print.
     */
    static CommandOutcome until(Predicate<CommandOutcome> enough, Object... words) {
        CompletableFuture<Void> printedEnough = new CompletableFuture<>();
        StringWriter err = new StringWriter();
        StringWriter out = new StringWriter() {
            @Override
            public void flush() {
                if (!printedEnough.isDone() && enough.test(outcome(RUNNING, this, err))) {
                    printedEnough.complete(null);
                }
            }
        };
        CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        Thread command = Thread.ofPlatform().name(words[0].toString()).start(() -> exitCode.complete(execute(ProgramPaths.ON_PATH, out, err, words)));
        try {
            CompletableFuture.anyOf(printedEnough, exitCode).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            err.append("stopped, because it did not print what was waited for: ").append(e.toString());
        }
        command.interrupt();
        return outcome(exitCode.join(), out, err);
    }

    private static int execute(ProgramPaths programs, Writer out, Writer err, Object... words) {
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);
        return Main.commandLine(new Context(Path.of(System.getProperty("thingspire.home")), programs, console))
                .execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
    }

    private static CommandOutcome outcome(int exitCode, StringWriter out, StringWriter err) {
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
