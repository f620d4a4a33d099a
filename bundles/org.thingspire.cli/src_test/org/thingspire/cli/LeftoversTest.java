// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens, nothing that was started stays behind. */
@Tag("qemu")
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

            assertThat(process.waitFor(CommandOutcome.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(nodes).noneMatch(ProcessHandle::isAlive);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** {@code thingspire run | head -1}: as programs in C are, by SIGPIPE. */
    @Test
    void whoReadsNoMoreEndsTheRunWithoutAWord() throws Exception {
        Path errors = folder.resolve("errors.txt");
        Process process = ThingspireProcess.start(errors, Redirect.PIPE, "run", project.folder());
        try {
            try (BufferedReader output = process.inputReader()) {
                assertThat(output.readLine()).startsWith("[");
            }
            assertThat(process.waitFor(CommandOutcome.PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ended").isTrue();

            assertThat(process.exitValue()).isEqualTo(128 + 13);
            assertThat(Files.readString(errors)).doesNotContain("error").doesNotContain("Exception");
            assertThat(process.descendants()).isEmpty();
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

            assertThat(process.waitFor(CommandOutcome.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(4);
            assertThat(Files.readString(output)).contains("node \"controller\" ended");
            assertThat(process.descendants()).isEmpty();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void waitForText(Path file, String text) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(CommandOutcome.PATIENCE_SECONDS));
        while (!Files.exists(file) || !Files.readString(file).contains(text)) {
            assertThat(Instant.now()).as(() -> "waiting for " + text).isBefore(end);
            Thread.sleep(50);
        }
    }
}
