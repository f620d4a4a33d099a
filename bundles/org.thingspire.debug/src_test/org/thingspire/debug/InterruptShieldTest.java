// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import sun.misc.Signal;
import sun.misc.SignalHandler;

class InterruptShieldTest {

    private static final Signal INTERRUPT = new Signal("INT");

    @Test
    void interruptIsNotSeenWhileTheShieldIsUp() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        SignalHandler before = Signal.handle(INTERRUPT, signal -> seen.countDown());
        // A shell without job control starts what is in the background so; Java then neither gets nor sends the signal.
        assumeThat(before).as("interrupts reach this process").isNotEqualTo(SignalHandler.SIG_IGN);
        try {
            try (InterruptShield shield = new InterruptShield()) {
                Signal.raise(INTERRUPT);
                assertThat(seen.await(100, TimeUnit.MILLISECONDS)).isFalse();
            }
            Signal.raise(INTERRUPT);
            assertThat(seen.await(200, TimeUnit.SECONDS)).isTrue();
        } finally {
            Signal.handle(INTERRUPT, before);
        }
    }
}
