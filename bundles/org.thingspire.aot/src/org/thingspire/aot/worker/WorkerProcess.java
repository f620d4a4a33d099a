// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompiledObject;
import org.thingspire.llvm.ProgramEnvironment;

/** A process that compiles for this one, a module at a time. One thread uses it at a time. */
public final class WorkerProcess implements AutoCloseable {

    private static final int SIGNALS = 128;
    /** How long a process whose streams have ended may take to end itself; Java has a lot to say before. */
    private static final long DYING_SECONDS = 10;

    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream replies;
    private final ErrorTail errors;

    public WorkerProcess() throws IOException {
        process = ProgramEnvironment.builder(WorkerCommand.words()).start();
        requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        replies = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        errors = new ErrorTail(process.getErrorStream());
    }

    /** Whether it can be given work. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits for the result. If the thread is interrupted or the limit is over, the process is ended.
     *
     * @throws CompileException what the compiler threw over there
     * @throws WorkerCrash      if the process ended before it replied
     * @throws WorkerTimeout    if it had to be ended
     */
    public CompiledObject compile(Request request, Duration limit)
            throws CompileException, WorkerCrash, WorkerTimeout, InterruptedException {
        // Streams of processes can't be interrupted but waiting can, so another thread reads and writes.
        CompletableFuture<Reply> exchange = CompletableFuture.supplyAsync(() -> exchange(request),
                work -> PipeThread.start("request to a compiler", work));
        Reply reply;
        try {
            reply = exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new WorkerTimeout(limit);
        } catch (ExecutionException e) {
            throw crash();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
        return reply.result();
    }

    private Reply exchange(Request request) {
        try {
            RecordStream.write(requests, request);
            requests.flush();
            return RecordStream.read(replies, Reply.class);
        } catch (IOException e) {
            throw new IllegalStateException("the worker has ended", e);
        }
    }

    private WorkerCrash crash() throws InterruptedException {
        if (!process.waitFor(DYING_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        int exit = process.waitFor();
        String text = errors.text();
        String reason = ErrorTail.reason(text).findFirst().orElse(exit > SIGNALS
                ? "it was ended by signal %s".formatted(exit - SIGNALS) : "it ended with exit code %s".formatted(exit));
        return new WorkerCrash(reason, text);
    }

    /** Lets the process end; it has no work by now. */
    @Override
    public void close() {
        process.destroy();
    }
}
