// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.thingspire.aot.testing.Patience;

class WorkerTest {

    @Test
    void warmsUpAndEndsQuietlyWhenThereIsNothingToCompile() throws Exception {
        Process worker = new ProcessBuilder(WorkerCommand.words()).start();

        worker.getOutputStream().close();

        assertThat(worker.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(worker.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
        assertThat(worker.getInputStream().readAllBytes()).as("replies").isEmpty();
        assertThat(worker.exitValue()).isZero();
    }
}
