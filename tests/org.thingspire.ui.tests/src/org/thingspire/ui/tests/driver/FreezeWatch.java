// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.swt.widgets.Display;

/**
 * Has a timer run in the UI thread all the time; when it does not for too long, notes what the thread was doing. Timers are served like
 * mouse and keys: between any two of the runnables that wait for the thread, however many those are. Counts the time in which the thread
 * computed, waited or slept; not the time in which it was ready but the machine was busy with other programs.
 */
final class FreezeWatch extends Thread {

    /** Longer than a slow machine lets a UI take that does not hang. What people get is asked by {@code EditorBenchmark}. */
    static final long USUAL_MS = 5000;

    private static final int PAUSE_MS = 20;

    private final Display display;
    private final long limitMs;
    private final boolean idleCounts;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<String> freezes = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger beats = new AtomicInteger();

    FreezeWatch(Display display, long limitMs) {
        this(display, limitMs, true);
    }

    /** Of the processor's time alone: the same on a machine that is busy with other things. */
    static FreezeWatch ofProcessorTime(Display display, long limitMs) {
        return new FreezeWatch(display, limitMs, false);
    }

    private FreezeWatch(Display display, long limitMs, boolean idleCounts) {
        super("UI freeze watch");
        this.idleCounts = idleCounts;
        this.display = display;
        this.limitMs = limitMs;
        setDaemon(true);
    }

    /** Watches from now on, which is when the timer runs: before that, a thread that has much to do would look frozen. */
    void begin() {
        display.syncExec(this::beat);
        start();
    }

    @Override
    public void run() {
        try {
            while (!end.await(PAUSE_MS, TimeUnit.MILLISECONDS) && !display.isDisposed()) {
                awaitBeat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In the UI thread. */
    private void beat() {
        beats.incrementAndGet();
        if (end.getCount() > 0) {
            display.timerExec(PAUSE_MS, this::beat);
        }
    }

    private void awaitBeat() throws InterruptedException {
        int before = beats.get();
        long computedBefore = computedMs();
        long idle = 0;
        long last = System.nanoTime();
        String doing = "";
        while (beats.get() == before && !end.await(PAUSE_MS, TimeUnit.MILLISECONDS)) {
            long now = System.nanoTime();
            if (idleCounts && display.getThread().getState() != State.RUNNABLE) {
                idle += (now - last) / 1_000_000;
            }
            last = now;
            if (doing.isEmpty() && computedMs() - computedBefore + idle > limitMs / 2) {
                doing = whatItDoes();
            }
        }
        long frozen = computedMs() - computedBefore + idle;
        if (frozen > limitMs) {
            freezes.add("no answer for " + frozen + " ms while" + doing);
        }
    }

    private long computedMs() {
        return threads.getThreadCpuTime(display.getThread().threadId()) / 1_000_000;
    }

    private String whatItDoes() {
        StringBuilder doing = new StringBuilder();
        for (StackTraceElement line : display.getThread().getStackTrace()) {
            doing.append("\n    at ").append(line);
        }
        return doing.toString();
    }

    List<String> finish() throws InterruptedException {
        end.countDown();
        join();
        return List.copyOf(freezes);
    }
}
