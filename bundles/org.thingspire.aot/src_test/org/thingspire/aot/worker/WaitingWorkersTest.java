// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.thingspire.aot.testing.Patience;

/** Compilers that wait for the next build are in nobody's way. */
class WaitingWorkersTest {

    /**
     * In a Java with one thread that carries virtual ones, and no other in its place while that waits: machines with few processors come to
     * that by themselves, after half a minute.
     */
    @Test
    void virtualThreadsRunWhileACompilerWaits() throws Exception {
        Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.virtualThreadScheduler.parallelism=1", "-Djdk.virtualThreadScheduler.maxPoolSize=1",
                "-cp", System.getProperty("java.class.path"), Waiting.class.getName())).inheritIO().start();
        try {
            assertThat(process.waitFor(2 * Patience.SECONDS, TimeUnit.SECONDS)).as("it ended").isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    static final class Waiting {

        private Waiting() {
        }

        /** Ends with 0 if a virtual thread runs, although a compiler waits. */
        public static void main(String[] arguments) throws Exception {
            try (WorkerProcess worker = new WorkerProcess()) {
                TimeUnit.MILLISECONDS.sleep(500); // until everything waits that is going to
                CountDownLatch ran = new CountDownLatch(1);
                Thread.startVirtualThread(ran::countDown);
                System.exit(worker.isAlive() && ran.await(Patience.SECONDS, TimeUnit.SECONDS) ? 0 : 1);
            }
        }
    }
}
