// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.sensor;

import java.util.concurrent.TimeUnit;

/**
 * The time of a recording that is replayed: begins when the node is ready, runs {@code speed} times as fast as the world, and
 * stands still while a debugger halts the node, so that the node misses nothing.
 */
final class ReplayClock {

    private final double speed;
    private boolean begun;
    private boolean halted;
    /** Of the world, in nanoseconds, up to {@link #runningSince}. */
    private long elapsed;
    private long runningSince;

    /** @param speed above 0; 2 replays an hour's recording in half an hour */
    ReplayClock(double speed) {
        this.speed = speed;
    }

    /** The recording begins now, unless it has before. */
    synchronized void begin() {
        if (!begun) {
            begun = true;
            runningSince = System.nanoTime();
            notifyAll();
        }
    }

    synchronized void halt(boolean halt) {
        long now = System.nanoTime();
        if (runs()) {
            elapsed += now - runningSince;
        }
        runningSince = now;
        halted = halt;
        notifyAll();
    }

    /** Waits until that many seconds of the recording are over. */
    synchronized void await(double seconds) throws InterruptedException {
        long due = (long) (seconds / speed * TimeUnit.SECONDS.toNanos(1));
        while (true) {
            long left = runs() ? due - elapsed - (System.nanoTime() - runningSince) : Long.MAX_VALUE;
            if (left <= 0) {
                return;
            }
            // Rounded up: TimeUnit would turn the last fraction of a millisecond into a wait of 0, which has no end.
            long millis = Math.min(left / 1_000_000 + 1, TimeUnit.HOURS.toMillis(1));
            wait(millis);
        }
    }

    private boolean runs() {
        return begun && !halted;
    }
}
