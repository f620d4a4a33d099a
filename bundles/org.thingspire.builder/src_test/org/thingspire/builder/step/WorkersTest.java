// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

class WorkersTest {

    private static final Duration LAST_WRITE = Duration.ofMillis(200);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    /** Does not stop in the middle of what it writes. */
    private Void piece() {
        begun.countDown();
        long end = System.nanoTime() + LAST_WRITE.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        ended.complete(true);
        return null;
    }

    @Test
    void anInterruptedBuildEndsWhenNoPieceOfItRunsAnyMore() throws InterruptedException {
        CompletableFuture<Boolean> endedBefore = new CompletableFuture<>();
        Thread build = new Thread(() -> {
            try (Workers workers = new Workers(1)) {
                workers.all(List.of(this::piece));
            } catch (InterruptedException e) {
                // as a user who cancels does
            }
            endedBefore.complete(ended.isDone());
        });
        build.start();
        begun.await();

        build.interrupt();
        build.join();

        assertThat(endedBefore).isCompletedWithValue(true);
    }
}
