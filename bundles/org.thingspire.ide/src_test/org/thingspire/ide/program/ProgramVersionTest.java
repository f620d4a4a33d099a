// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.thingspire.builder.toolchain.ExternalProgram;

class ProgramVersionTest {

    @ParameterizedTest
    @CsvSource({
            "QEMU_ARM, QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3), 7.2.22",
            "GDB, GNU gdb (Debian 13.1-3) 13.1, 13.1",
            "ARM_GCC, arm-none-eabi-gcc (15:12.2.rel1-1) 12.2.1 20221205, 12.2.1",
            "HOST_GCC, gcc (Debian 12.2.0-14+deb12u1) 12.2.0, 12.2.0",
            "WAT2WASM, 1.0.32, 1.0.32",
            "NODE, v20.20.2, 20.20.2"})
    void isFoundInWhatProgramsSay(ExternalProgram program, String output, String version) {
        assertThat(ProgramVersion.in(program, output + "\nCopyright 1.2.3")).contains(version);
    }

    @ParameterizedTest
    @CsvSource({
            "QEMU_ARM, false (GNU coreutils) 9.1",
            "QEMU_ARM, GNU gdb (Debian 13.1-3) 13.1",
            "GDB, unknown option --version",
            "NODE, 1.0.32",
            "WAT2WASM, v20.20.2",
            "ARM_GCC, ''"})
    void ofAnotherProgramIsNone(ExternalProgram program, String output) {
        assertThat(ProgramVersion.in(program, output)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ofAProgramThatFailsIsNone(ExternalProgram program) throws InterruptedException {
        assertThat(ProgramVersion.of(program, Path.of("/bin/false"))).isEmpty();
    }

    @Test
    void ofAFileThatIsNoProgramIsNone() throws InterruptedException {
        assertThat(ProgramVersion.of(ExternalProgram.QEMU_ARM, Path.of("/etc/passwd"))).isEmpty();
    }
}
