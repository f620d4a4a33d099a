// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.widgets.Display;

/** Knocks at the UI thread all the time; when it does not answer for too long, notes what it was doing. */
final class FreezeWatch extends Thread {

    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final long PAUSE_MS = 20;

    private final Display display;
    private final List<String> freezes = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    FreezeWatch(Display display) {
        super("UI freeze watch");
        this.display = display;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (!end.await(PAUSE_MS, TimeUnit.MILLISECONDS) && !display.isDisposed()) {
                knock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void knock() throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        long start = System.nanoTime();
        display.asyncExec(answered::countDown);
        if (!answered.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            StringBuilder doing = new StringBuilder();
            for (StackTraceElement line : display.getThread().getStackTrace()) {
                doing.append("\n    at ").append(line);
            }
            answered.await();
            freezes.add("no answer for " + (System.nanoTime() - start) / 1_000_000 + " ms while" + doing);
        }
    }

    List<String> finish() throws InterruptedException {
        end.countDown();
        join();
        return List.copyOf(freezes);
    }
}
