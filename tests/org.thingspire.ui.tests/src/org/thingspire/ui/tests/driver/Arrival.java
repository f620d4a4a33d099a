// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.widgets.Listener;

/**
 * Waits until an event that is about to be sent has come in: the X server is a process of its own, and its events take a
 * while. Not for ever: what happens over a menu is not told to us.
 */
final class Arrival {

    private static final long LONGEST_MS = 1000;

    private final Screen screen;
    private final int type;
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final Listener filter = event -> arrived.countDown();

    /** @param type as SWT calls it */
    Arrival(Screen screen, int type) {
        this.screen = screen;
        this.type = type;
        screen.ask(() -> {
            screen.display().addFilter(type, filter);
            return null;
        });
    }

    /** Returns when the event has been handled. */
    void await() {
        try {
            arrived.await(LONGEST_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        screen.ask(() -> {
            screen.display().removeFilter(type, filter);
            return null;
        });
    }
}
