// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.thingspire.debug.dap.DebugListener;
import org.thingspire.debug.dap.StopReason;

/** Remembers what the debugger tells, for a test to wait for. */
final class Recording implements DebugListener {

    /** A halt takes less than a second, on a slow machine ten times as long, and this is more than ten times that: a guard against hanging. */
    private static final int PATIENCE_SECONDS = 200;

    /** A halt of the node. */
    record Stop(int thread, StopReason reason) {
    }

    private final BlockingQueue<Stop> stops = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final StringBuffer output = new StringBuffer();

    /** The next halt that has not been asked for yet. */
    Stop nextStop() throws InterruptedException {
        Stop stop = stops.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(stop).as("node halts; GDB said: %s", output).isNotNull();
        return stop;
    }

    boolean haltsWithin(int milliseconds) throws InterruptedException {
        return stops.poll(milliseconds, TimeUnit.MILLISECONDS) != null;
    }

    void awaitEnd() {
        assertThat(end).succeedsWithin(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stopped(int thread, StopReason reason) {
        stops.add(new Stop(thread, reason));
    }

    @Override
    public void resumed() {
    }

    @Override
    public void ended() {
        end.complete(null);
    }

    @Override
    public void output(String text) {
        output.append(text);
    }
}
