// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.thingspire.llvm.ProgramEnvironment;

/** A program that we started for a node. It remembers what it last said on stderr, and ends when told to. */
public final class NodeProcess {

    private static final int REMEMBERED_LINES = 10;
    /** How long a program that was told to end may take before it is killed. */
    private static final long PATIENCE_MS = 1000;
    /** How long one that is ending anyway may take: an emulator that aborts has a processor's state to print. */
    private static final long ENDING_MS = 10_000;

    private final Process process;
    private final ProcessGuard guard;
    private final Deque<String> errors = new ArrayDeque<>();
    private final CompletableFuture<Integer> exit;

    private NodeProcess(Process process, ProcessGuard guard, String node) {
        this.process = process;
        this.guard = guard;
        CompletableFuture<Void> errorsRead = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("stderr of " + node).start(() -> {
            new LineReader(this::remember).readAll(process.getErrorStream());
            errorsRead.complete(null);
        });
        // Who hears of the end also wants to know the last words.
        exit = process.onExit().thenCombine(errorsRead, (ended, read) -> {
            guard.close();
            return ended.exitValue();
        });
    }

    /**
     * Starts a program in a session of its own. So Ctrl-C in a terminal reaches us alone, or the debugger alone, and not
     * the emulators behind them.
     *
     * @param folder its working directory
     */
    public static NodeProcess start(String node, List<String> words, Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add("setsid");
        command.addAll(words);
        Process process = ProgramEnvironment.builder(command).directory(folder.toFile()).start();
        process.getOutputStream().close();
        try {
            return new NodeProcess(process, ProcessGuard.of(process), node);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    public InputStream output() {
        return process.getInputStream();
    }

    /** Completes with the exit code when the program is gone and all it said has been read. */
    public CompletableFuture<Integer> exit() {
        return exit;
    }

    /** The last lines on stderr, oldest first. */
    public List<String> lastErrors() {
        synchronized (errors) {
            return List.copyOf(errors);
        }
    }

    /** Whether it is gone, or will be in a moment. */
    public boolean endsSoon() {
        try {
            return process.waitFor(ENDING_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Ends it: politely, then by force. It is gone when this returns. What it said can still be read: the handle gives a signal only, while
     * the process itself would close its streams.
     */
    public void stop() {
        ProcessHandle handle = process.toHandle();
        handle.destroy();
        try {
            if (!process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                handle.destroyForcibly();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        guard.close();
    }

    private void remember(String line) {
        synchronized (errors) {
            if (errors.size() == REMEMBERED_LINES) {
                errors.removeFirst();
            }
            errors.addLast(line);
        }
    }
}
