// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.thingspire.llvm.ProgramEnvironment;
import org.thingspire.problem.IoReason;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/**
 * A call of a compiler, linker or other program that reads files, writes files and ends. Its two output streams are read as
 * one text. What LLVM's programs are to write is named relative to the folder: they take each % in a path for a digit of a temporary
 * file's name. If the calling thread is interrupted the program is ended and nothing it started survives.
 *
 * @param words the program and its arguments
 * @param folder where it runs: relative paths in its messages are relative to this folder
 */
public record Command(List<String> words, Path folder) {

    /** How the C library says ENOSPC and EDQUOT. */
    private static final Pattern DISK_FULL = Pattern.compile("No space left on device|Disk quota exceeded");

    /** What a compiler takes to remove what it has begun. */
    private static final long POLITE_MS = 500;

    /** What a finished program left behind. */
    public record Outcome(int exitCode, String output) {
        public boolean succeeded() {
            return exitCode == 0;
        }
    }

    public Command {
        words = List.copyOf(words);
    }

    public static Builder of(Path program) {
        return new Builder(program);
    }

    /** Begins with a program and its first arguments. */
    public static Builder of(List<String> words) {
        return new Builder(Path.of(words.getFirst())).addAll(words.subList(1, words.size()));
    }

    /**
     * Runs it to its end.
     *
     * @throws InterruptedException if the thread was interrupted; the program is then gone
     * @throws UserException if it failed because a disk is full
     */
    public Outcome run() throws InterruptedException {
        Process process = start();
        try {
            process.getOutputStream().close();
            // Reading can't be interrupted but waiting can, so the reading is done elsewhere. Not on a virtual thread: it would keep
            // the thread that carries it, and wait for one as long as others do.
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> text(process),
                    work -> Thread.ofPlatform().daemon().name("output of " + words.getFirst()).start(work));
            return checked(new Outcome(process.waitFor(), output.join()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            end(process);
        }
    }

    /** Politely at first: compilers then take their temporary files along. Gone when this returns. */
    private static void end(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        started.forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().completeOnTimeout(process, POLITE_MS, TimeUnit.MILLISECONDS).join();
        started.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** LLVM's programs crash on a full disk, with all that they print then. */
    private Outcome checked(Outcome outcome) {
        if (!outcome.succeeded() && DISK_FULL.matcher(outcome.output()).find()) {
            throw new UserException(Problem.error(folder, Path.of(words.getFirst()).getFileName() + " found no space left on the disk",
                    "Make room there, and on the disk of " + System.getProperty("java.io.tmpdir") + ", then build again."));
        }
        return outcome;
    }

    private Process start() {
        try {
            return ProgramEnvironment.builder(words).directory(folder.toFile()).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't run " + words.getFirst() + ": " + IoReason.of(e), e);
        }
    }

    private static String text(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Collects arguments; each method returns this builder. */
    public static final class Builder {

        private final List<String> words = new ArrayList<>();

        private Builder(Path program) {
            words.add(program.toString());
        }

        public Builder add(Object... arguments) {
            for (Object argument : arguments) {
                words.add(argument.toString());
            }
            return this;
        }

        public Builder addAll(Iterable<?> arguments) {
            arguments.forEach(this::add);
            return this;
        }

        @Override
        public String toString() {
            return String.join(" ", words);
        }

        public Command in(Path folder) {
            return new Command(words, folder);
        }
    }
}
