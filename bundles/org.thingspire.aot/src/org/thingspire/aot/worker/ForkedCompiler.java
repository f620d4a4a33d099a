// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.CompiledObject;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.module.LargestFunction;

/**
 * {@link org.thingspire.aot.AotCompiler} in processes of its own. LLVM ends the process that it runs in when it finds a fault in itself or runs out
 * of memory; here that is an exception like any other, and whoever else is compiling goes on.
 *
 * <p>Processes start when they are needed and are kept for a few minutes for what comes next, as many as compiled at the same
 * time. They end when this is closed, and with this process at the latest. Any number of threads may compile at once.
 */
public final class ForkedCompiler implements AutoCloseable {

    /** Far beyond what any module takes, also on a machine that has other work: of a large one a megabyte takes about half a minute. */
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration LIMIT_PER_MEGABYTE = Duration.ofMinutes(5);
    private static final int MEGABYTE = 1 << 20;
    private static final Duration KEPT = Duration.ofMinutes(3);

    private final Duration limit;
    private final ConcurrentLinkedDeque<WorkerProcess> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    public ForkedCompiler() {
        this(LIMIT);
    }

    /** @param limit how long a small module may take */
    ForkedCompiler(Duration limit) {
        this.limit = limit;
    }

    /**
     * Like {@link org.thingspire.aot.AotCompiler#compile}.
     *
     * @param reproducer the folder that is made if the compiler fails, see {@link Reproducer}
     * @throws UnsupportedModuleException also if it took more than ten minutes, and five for each megabyte of the module
     * @throws CompilerFailure            also if the process crashed
     * @throws InterruptedException       if the thread was interrupted; the compilation has ended by then
     */
    public CompiledObject compile(byte[] wasm, CodeTarget target, CompileOptions options, Path reproducer)
            throws CompileException, InterruptedException {
        Request request = new Request(wasm, target, options);
        WorkerProcess worker = idleOrNew();
        try {
            return worker.compile(request, limit.plus(LIMIT_PER_MEGABYTE.multipliedBy(wasm.length / MEGABYTE)));
        } catch (WorkerTimeout e) {
            throw tooLong(wasm, options.optimization(), e.limit());
        } catch (CompilerFailure e) {
            throw new Reproducer(reproducer).write(request.wasm(), target, options, e.getMessage(), "");
        } catch (WorkerCrash e) {
            throw new Reproducer(reproducer).write(request.wasm(), target, options, "the code generator crashed: " + e.getMessage(),
                    e.errors());
        } finally {
            release(worker);
        }
    }

    private static UnsupportedModuleException tooLong(byte[] wasm, Optimization level, Duration limit)
            throws InvalidModuleException, UnsupportedModuleException {
        String advice = level == Optimization.O0 ? "Split it, or leave out what is not needed."
                : "Compile it with less optimization: O1, or O0, which takes seconds.";
        return new UnsupportedModuleException("compiling it at %s was ended after %s.%s %s".formatted(level, minutes(limit),
                LargestFunction.of(wasm).map(" Its largest function, %s, is probably what takes long."::formatted).orElse(""), advice));
    }

    private static String minutes(Duration limit) {
        return limit.toMinutes() > 0 ? limit.toMinutes() + " minutes" : limit.toMillis() + " ms";
    }

    /** Starts a process that is going to be needed, so that it is ready by then. */
    public void warmUp() {
        release(idleOrNew());
    }

    private WorkerProcess idleOrNew() {
        for (WorkerProcess worker = idle.poll(); worker != null; worker = idle.poll()) {
            if (worker.isAlive()) {
                return worker;
            }
        }
        try {
            return new WorkerProcess();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void release(WorkerProcess worker) {
        idle.push(worker);
        CompletableFuture.delayedExecutor(KEPT.toSeconds(), TimeUnit.SECONDS).execute(() -> end(worker));
        if (closed) {
            close();
        }
    }

    private void end(WorkerProcess worker) {
        if (idle.remove(worker)) {
            worker.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        for (WorkerProcess worker = idle.poll(); worker != null; worker = idle.poll()) {
            worker.close();
        }
    }
}
