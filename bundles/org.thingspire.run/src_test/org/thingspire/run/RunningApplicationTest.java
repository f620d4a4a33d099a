// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.builder.toolchain.MissingProgramException;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.run.target.NodeFailedException;
import org.thingspire.topology.TopologyFile;

/** Nodes in QEMU and on this machine, started and stopped together. */
class RunningApplicationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(Lines.PATIENCE_S);

    @TempDir
    private Path folder;
    private Programs programs;
    private TopologyFile topology;
    private final Lines lines = new Lines();

    @BeforeEach
    void compileNothingYet() throws IOException {
        programs = new Programs(folder);
        topology = Topologies.controllerAndGateway(folder);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    @Tag("qemu")
    void nodesPrintAndTalkOverTheirLink() throws Exception {
        try (RunningApplication application = start(List.of(programs.linux("gateway"), programs.device("controller")))) {
            lines.await("[controller] ready");
            lines.await("[gateway] uart 1 answers IBM9");
            assertThat(application.await(Duration.ZERO)).isEmpty();
        }
    }

    @Test
    @Tag("qemu")
    void trapIsCountedAndNamesItsSourceLine() throws Exception {
        int line = programs.lineOf("firmware.c", "/* the trap */");
        try (RunningApplication application = start(List.of(programs.device("controller")))) {
            lines.await("[controller] ready");
            assertThat(lines.all()).contains("[controller] trap: integer divide by zero in control.update (firmware.c:" + line + ")");
            assertThat(application.traps()).isEqualTo(1);
        }
    }

    @Test
    @Tag("qemu")
    void recordedValuesReachTheNodeInTheOrderOfTime() throws Exception {
        Topologies.addSensor(topology, 0, "0,21.5\n0.2,-3\n");
        Topologies.addSensor(topology, 7, "0.1,0.00001\n");
        long start = System.nanoTime();
        try (RunningApplication application = start(List.of(programs.device("controller")))) {
            lines.await("[controller] 0 -3");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200));
        assertThat(lines.all()).endsWith("[controller] ready", "[controller] 0 21.5", "[controller] 7 0.00001", "[controller] 0 -3");
    }

    @Test
    @Tag("qemu")
    void recordedValuesComeFasterIfAsked() throws Exception {
        Topologies.addSensor(topology, 0, "0,1\n3600,2\n");
        try (RunningApplication application = start(List.of(programs.device("controller")), RunOptions.plain(ProgramPaths.ON_PATH).atSpeed(36_000))) {
            lines.await("[controller] 0 2");
        }
    }

    @Test
    @Tag("qemu")
    void nodeThatDiesInQemuIsReported() throws Exception {
        try (RunningApplication application = start(List.of(programs.device("controller", "-DDIES")))) {
            Optional<NodeFailedException> failure = application.await(PATIENCE);
            assertThat(failure).hasValueSatisfying(failed -> {
                assertThat(failed.node()).isEqualTo("controller");
                assertThat(failed).hasMessageStartingWith("node \"controller\" ended with exit code 134:\n    ").hasMessageContaining("Lockup");
            });
        }
    }

    @Test
    void linuxNodeThatDiesIsReported() throws Exception {
        try (RunningApplication application = start(List.of(programs.linux("gateway", "-DDIES")))) {
            assertThat(application.await(PATIENCE)).hasValueSatisfying(
                    failed -> assertThat(failed).hasMessage("node \"gateway\" ended with exit code 3:\n    out of luck"));
        }
    }

    @Test
    @Tag("qemu")
    void failureToStartOneNodeStopsTheOthers() throws Exception {
        Image good = programs.device("controller");
        Image bad = programs.image("gateway", "mps2-an385", folder.resolve("missing.elf"));
        assertThatExceptionOfType(NodeFailedException.class).isThrownBy(() -> start(List.of(good, bad)))
                .withMessageContaining("node \"gateway\" ended with exit code 1").withMessageContaining("missing.elf");
    }

    @Test
    void emulatorThatSpeaksOnlyAfterItHasHungUpIsHeard() throws Exception {
        Path emulator = Files.writeString(folder.resolve("emulator"), """
                #!/usr/bin/env python3
                import socket, sys, time
                path = next(word.split("path=")[1] for word in sys.argv if "id=control" in word)
                control = socket.socket(socket.AF_UNIX)
                control.connect(path)
                control.close()
                time.sleep(0.5)
                sys.exit("no such kernel")
                """);
        Files.setPosixFilePermissions(emulator, PosixFilePermissions.fromString("rwx------"));
        Image image = programs.device("controller");
        assertThatThrownBy(() -> start(List.of(image), withEmulator(emulator)))
                .hasMessage("node \"controller\" ended with exit code 1:\n    no such kernel");
    }

    @Test
    void missingEmulatorIsNamedWithItsPackage() throws Exception {
        Image image = programs.device("controller");
        assertThatThrownBy(() -> start(List.of(image), withEmulator(folder.resolve("nowhere")))).isInstanceOf(MissingProgramException.class)
                .hasMessage("qemu-system-arm is not installed. Install it with: apt-get install qemu-system-arm");
    }

    private static RunOptions withEmulator(Path emulator) {
        return RunOptions.plain(new ProgramPaths(Map.of(ExternalProgram.QEMU_ARM, emulator)));
    }

    @Test
    @Tag("qemu")
    void closingDeletesTheSockets() throws Exception {
        Image image = programs.device("controller");
        Path socket;
        try (RunningApplication application = start(List.of(image), RunOptions.plain(ProgramPaths.ON_PATH).debugging("controller"))) {
            String command = application.node("controller").gdbCommands().getFirst();
            socket = Path.of(command.replace("target remote ", ""));
            assertThat(socket).exists();
        }
        assertThat(Files.exists(socket.getParent())).isFalse();
    }

    @Test
    @Tag("qemu")
    void nodeThatWaitsForTheDebuggerIsSilent() throws Exception {
        Image image = programs.device("controller");
        try (RunningApplication application = start(List.of(image), RunOptions.plain(ProgramPaths.ON_PATH).debugging("controller"))) {
            assertThat(application.await(Duration.ofMillis(200))).isEmpty();
        }
        assertThat(lines.all()).isEmpty();
    }

    private RunningApplication start(List<Image> images) throws IOException {
        return start(images, RunOptions.plain(ProgramPaths.ON_PATH));
    }

    private RunningApplication start(List<Image> images, RunOptions options) throws IOException {
        return RunningApplication.start(topology, images, programs.symbolizer(), options, lines);
    }
}
