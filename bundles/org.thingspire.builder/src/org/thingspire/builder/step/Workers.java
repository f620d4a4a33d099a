// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.step;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/**
 * Runs independent pieces of work at the same time. The user gets the problems of all of them at once, not only those of
 * the first that failed. Interrupting the waiting thread, or closing, interrupts the pieces.
 */
public final class Workers implements AutoCloseable {

    private final ExecutorService threads;

    /** @param count how many pieces run at the same time */
    public Workers(int count) {
        threads = Executors.newFixedThreadPool(count, Thread.ofPlatform().daemon().name("build-", 1).factory());
    }

    /**
     * The results in the order of the work.
     *
     * @throws UserException with the problems of all pieces that threw one; what several found is there once
     * @throws InterruptedException if this thread or a piece was interrupted
     */
    public <T> List<T> all(List<Callable<T>> work) throws InterruptedException {
        List<Future<T>> futures = work.stream().map(threads::submit).toList();
        List<T> results = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        RuntimeException failure = null;
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case UserException user -> problems.addAll(user.problems());
                    case RuntimeException unchecked -> failure = unchecked;
                    case InterruptedException interrupted -> throw interrupted;
                    default -> failure = new IllegalStateException(e.getCause());
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        if (!problems.isEmpty()) {
            throw new UserException(problems.stream().distinct().toList());
        }
        return results;
    }

    /** Returns when no piece runs any more: who has waited for the end of a build may delete its folder. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
