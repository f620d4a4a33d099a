// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens, nothing that was started stays behind. */
class LeftoversTest {

    @TempDir
    private Path folder;
    private SampleProject project;

    @BeforeEach
    void copySample() {
        project = SampleProject.thermostat(folder);
    }

    @Test
    void ctrlCStopsEveryNode() throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = ThingspireProcess.start(output, "run", project.folder());
        try {
            waitForText(output, "[controller] ready");
            List<ProcessHandle> nodes = process.descendants().toList();
            assertThat(nodes).as("an emulator and a Linux process").hasSizeGreaterThanOrEqualTo(2);

            process.destroy(); // what Ctrl-C does to a Java program: an orderly shutdown

            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(nodes).noneMatch(ProcessHandle::isAlive);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void anEmulatorThatDiesEndsTheRunWithAMessage() throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = ThingspireProcess.start(output, "run", project.folder());
        try {
            waitForText(output, "[controller] ready");
            process.descendants().filter(node -> node.info().command().orElse("").contains("qemu")).forEach(ProcessHandle::destroyForcibly);

            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(4);
            assertThat(Files.readString(output)).contains("node \"controller\" ended");
            assertThat(process.descendants()).isEmpty();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void waitForText(Path file, String text) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!Files.exists(file) || !Files.readString(file).contains(text)) {
            assertThat(Instant.now()).as(() -> "waiting for " + text).isBefore(end);
            Thread.sleep(50);
        }
    }
}
