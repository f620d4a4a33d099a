// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** Nobody can tidy up after SIGKILL but who watches. */
    @Test
    void nodesEndWhenThingSpireIsKilled() throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = ThingspireProcess.start(output, "run", project.folder());
        List<ProcessHandle> children = List.of();
        try {
            waitForText(output, "[controller] ready");
            children = process.descendants().toList();

            process.destroyForcibly();

            for (ProcessHandle child : children) {
                assertThat(child.onExit()).as(child.info().toString()).succeedsWithin(Duration.ofSeconds(CommandOutcome.PATIENCE_SECONDS));
            }
        } finally {
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void aBuildThatIsStoppedLeavesNothingUnfinished() throws Exception {
        Files.writeString(project.file("modules/history.c"), IntStream.range(0, 4000)
                .mapToObj("int f%1$s(int *a) { for (int i = 0; i < a[0]; i++) a[i] += a[i + 1] / (a[i] | 1); return a[%1$s]; }\n"::formatted)
                .collect(Collectors.joining()), StandardOpenOption.APPEND);
        Process process = ThingspireProcess.start(folder.resolve("output.txt"), "build", project.folder());
        try {
            await(() -> unfinished().anyMatch(file -> file.contains("history")), "the module is being compiled");

            process.destroy(); // what Ctrl-C does to a Java program: an orderly shutdown

            assertThat(process.waitFor(CommandOutcome.PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ended").isTrue();
            assertThat(unfinished()).isEmpty();
            assertThat(Files.readString(folder.resolve("output.txt"))).doesNotContain("error").doesNotContain("Exception");
        } finally {
            process.destroyForcibly();
        }
    }

    private Stream<String> unfinished() {
        try (Stream<Path> files = Files.exists(project.file("build")) ? Files.walk(project.file("build")) : Stream.empty()) {
            return files.map(Path::toString).filter(file -> file.contains(".unfinished")).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty(); // files vanish while one walks
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

    private static void waitForText(Path file, String text) throws Exception {
        await(() -> Files.exists(file) && Files.readString(file).contains(text), text);
    }

    private static void await(Callable<Boolean> condition, String what) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(CommandOutcome.PATIENCE_SECONDS));
        while (!condition.call()) {
            assertThat(Instant.now()).as(() -> "waiting for " + what).isBefore(end);
            Thread.sleep(20);
        }
    }
}
