// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ui.tests.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

class FreezeWatchTest {

    private static final long LIMIT_MS = 300;
    private static final long TOO_LONG_MS = 2 * LIMIT_MS;

    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private final FreezeWatch watch = new FreezeWatch(display, LIMIT_MS);

    @Test
    void whatKeepsTheThreadForTooLongIsNotedWithWhatItIs() throws Exception {
        watch.begin();
        display.syncExec(() -> compute(TOO_LONG_MS));
        assertThat(watch.finish()).singleElement().asString().contains("no answer for").contains("FreezeWatchTest.compute");
    }

    @Test
    void sleepingInTheThreadIsNotedAsWell() throws Exception {
        watch.begin();
        display.syncExec(() -> sleep(TOO_LONG_MS));
        assertThat(watch.finish()).singleElement().asString().contains("FreezeWatchTest.sleep");
    }

    @Test
    void manyShortPiecesOfWorkAreNoFreeze() throws Exception {
        watch.begin();
        for (int i = 0; i < 20; i++) {
            display.asyncExec(() -> compute(LIMIT_MS / 5));
        }
        display.syncExec(() -> {});
        assertThat(watch.finish()).isEqualTo(List.of());
    }

    /** The time that the processor has for it, however busy the machine is. */
    private static void compute(long ms) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + ms * 1_000_000;
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
