// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.cli.command.AotCommand;

class AotCommandTest {

    @ParameterizedTest
    @CsvSource({"control.wasm, control", "100.wasm, _100", "2nd-try.wasm, _2nd-try", "my.sensor.v2.wasm, my_sensor_v2", "-x.wasm, _-x",
            "größe.wasm, gr__e", ".wasm, _", "control, control", "a b.wasm, a_b", "_.wasm, _", "100, _100", "...wasm, __"})
    void namesItsSymbolsAfterTheFile(String file, String name) {
        assertThat(AotCommand.nameOf(Path.of("folder", file))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"温度.wasm", "\uD83D\uDE00.wasm", "%d.wasm", "$(x).wasm", "a,b.wasm", "\t.wasm", ".", "..", "-", "-.-"})
    void anyFileNameGivesAValidName(String file) {
        assertThat(CompileOptions.named(AotCommand.nameOf(Path.of(file))).name()).isNotEmpty();
        assertThat(CompileOptions.named(AotCommand.nameOf(Path.of(file.repeat(50)))).name()).isNotEmpty();
    }
}
