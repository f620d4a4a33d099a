// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.builder.toolchain.Emulator;
import org.thingspire.run.qemu.QemuCommand;
import org.thingspire.run.target.NodeStart;
import org.thingspire.run.target.Uart;

class QemuCommandTest {

    @TempDir
    private Path folder;
    private Programs programs;

    @BeforeEach
    void compileNothingYet() throws Exception {
        programs = new Programs(folder);
    }

    /** The defect that this avoids shows in one of some hundred steps only: see {@link QemuCommand}. */
    @Test
    void processorHasNoThreadBesideWhichInterruptsAreRaisedWhileItSteps() {
        assertThat(words(true)).containsSequence("-accel", "tcg,thread=single");
    }

    @Test
    void nodeIsDebuggedAsItRuns() {
        List<String> debugged = words(true);
        int gdb = debugged.indexOf("-gdb");
        // Two for the socket and two for the server on it; all else is the same.
        debugged.subList(gdb - 2, gdb + 2).clear();
        assertThat(debugged).isEqualTo(words(false));
    }

    @Test
    void commasInPathsDoNotEndAnOption() {
        QemuCommand command =
                new QemuCommand(new Emulator(Path.of("qemu-system-arm"), "mps2-an385"), start(true), Path.of("/a,b/control"), Path.of("/a,b/gdb"));
        assertThat(command.words()).contains("socket,id=control,path=/a,,b/control", "socket,id=gdb,path=/a,,b/gdb,server=on,wait=off");
    }

    private List<String> words(boolean halted) {
        return new QemuCommand(new Emulator(Path.of("qemu-system-arm"), "mps2-an385"), start(halted), Path.of("/control"), Path.of("/gdb")).words();
    }

    private NodeStart start(boolean halted) {
        return new NodeStart(programs.image("controller", "mps2-an385", folder.resolve("controller.elf")), List.of(new Uart.Console()), halted,
                folder);
    }
}
