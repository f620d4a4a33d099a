// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.llvm.LlvmContext;
import org.thingspire.aot.testing.Patience;

class ProcessOptionsTest {

    private static final GeneratorOptions SMALL = GeneratorOptions.of(CodeTarget.CORTEX_M3, Optimization.Os, true);
    private static final GeneratorOptions FAST = GeneratorOptions.of(CodeTarget.CORTEX_M3, Optimization.O2, true);
    /** Nothing tells when a thread that should wait has had its chance not to. */
    private static final long CHANCE_MILLIS = 200;

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch mayLeave = new CountDownLatch(1);

    @Test
    void whoAgreesGoesOnTogether() throws Exception {
        try (ExecutorService threads = threadsWithOneInside(SMALL)) {
            Future<byte[]> other = threads.submit(() -> ProcessOptions.generate(SMALL, () -> new byte[] {2}));

            assertThat(other.get(Patience.SECONDS, TimeUnit.SECONDS)).containsExactly(2);
            mayLeave.countDown();
        }
    }

    @Test
    void whoWantsOtherOptionsWaits() throws Exception {
        try (ExecutorService threads = threadsWithOneInside(SMALL)) {
            CountDownLatch otherInside = new CountDownLatch(1);
            Future<byte[]> other = threads.submit(() -> ProcessOptions.generate(FAST, () -> {
                otherInside.countDown();
                return new byte[] {2};
            }));

            assertThat(otherInside.await(CHANCE_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
            mayLeave.countDown();
            assertThat(other.get(Patience.SECONDS, TimeUnit.SECONDS)).containsExactly(2);
        }
    }

    private ExecutorService threadsWithOneInside(GeneratorOptions options) throws InterruptedException {
        // LLVM is loaded with the first context.
        new LlvmContext().close();
        ExecutorService threads = Executors.newCachedThreadPool();
        threads.submit(() -> ProcessOptions.generate(options, () -> {
            inside.countDown();
            return await(mayLeave);
        }));
        assertThat(inside.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        return threads;
    }

    private static byte[] await(CountDownLatch latch) {
        try {
            return new byte[] {(byte) (latch.await(Patience.SECONDS, TimeUnit.SECONDS) ? 1 : 0)};
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
