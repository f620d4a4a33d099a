// SPDX-License-Identifier: EPL-2.0
package org.thingspire.ide.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramVersionTest {

    @ParameterizedTest
    @CsvSource({
            "QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3), 7.2.22",
            "GNU gdb (Debian 13.1-3) 13.1, 13.1",
            "arm-none-eabi-gcc (15:12.2.rel1-1) 12.2.1 20221205, 12.2.1",
            "1.0.32, 1.0.32",
            "v20.20.2, 20.20.2" })
    void isFoundInWhatProgramsSay(String output, String version) {
        assertThat(ProgramVersion.in(output + "\nCopyright 1.2.3")).contains(version);
    }

    @ParameterizedTest
    @CsvSource({ "unknown option --version", "''" })
    void isNotMadeUp(String output) {
        assertThat(ProgramVersion.in(output)).isEmpty();
    }
}
