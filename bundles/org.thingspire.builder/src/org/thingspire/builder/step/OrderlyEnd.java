// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.step;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it is open, this program does not end by Ctrl-C without the thread that opened it: that thread is interrupted, as when work is
 * canceled, and may tidy up until it closes this.
 */
final class OrderlyEnd implements AutoCloseable {

    /** A program that was told to end is gone sooner. */
    private static final long PATIENCE_SECONDS = 5;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "tidy up");

    /** @throws InterruptedException if the program is about to end; then nothing is begun */
    OrderlyEnd() throws InterruptedException {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw new InterruptedException("the program is about to end");
        }
    }

    private void end() {
        worker.interrupt();
        try {
            closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It runs.
        }
    }
}
