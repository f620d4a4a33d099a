// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules in C that include the headers of their interfaces. */
class BindingsTest {

    private static final String WIT = "wit/climate.wit";

    private SampleProject project;

    @BeforeEach
    void copySample(@TempDir Path folder) throws IOException {
        project = SampleProject.thermostat(folder);
        Files.writeString(project.file("modules/probe.c"), """
                #include "thermostat_climate_probe.h"
                uint32_t exports_probe_pending(void) { return 1; }
                float exports_probe_read(void) { return 19.0f; }
                """);
    }

    @Test
    void aModuleExportsWhatItsHeaderDeclares() {
        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.error()).doesNotContain("error").doesNotContain("warning");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void anotherTypeInTheInterfaceIsClangsErrorAtTheFunction() throws IOException {
        assertThat(CommandOutcome.of("check", project.folder()).exitCode()).isZero();
        project.change(WIT, "read: func() -> f32;", "read: func() -> f64;");

        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).contains("modules/probe.c:3: error: conflicting types for 'exports_probe_read'");
    }

    @Test
    @Tag("qemu")
    void enumsFlagsAndRecordsReachTheOtherModule() throws IOException {
        project.change(WIT, "interface probe {", """
                interface probe {
                    enum unit { celsius, fahrenheit }
                    flags faults { broken, %float }
                    record query { channel: u8, unit: unit }
                    ask: func(what: query, ignoring: faults) -> unit;
                """);
        Files.writeString(project.file("modules/probe.c"), """

                probe_unit_t exports_probe_ask(uint8_t what_channel, probe_unit_t what_unit, probe_faults_t ignoring)
                {
                    return what_channel == 3 && ignoring == PROBE_FAULTS_FLOAT ? what_unit : PROBE_UNIT_CELSIUS;
                }
                """, StandardOpenOption.APPEND);
        project.change("modules/control.c", "void update(void)\n{", """
                void update(void)
                {
                    if (probe_ask(3, PROBE_UNIT_FAHRENHEIT, PROBE_FAULTS_FLOAT) == PROBE_UNIT_FAHRENHEIT) {
                        ts_log("the probe has understood");
                    }
                """);

        CommandOutcome outcome = CommandOutcome.until(soFar -> soFar.console("controller").contains("the probe has understood"),
                "run", project.folder());

        assertThat(outcome.error()).doesNotContain("error");
        assertThat(outcome.console("controller")).contains("the probe has understood");
    }

    @Test
    void whatCanNotBePassedIsAnErrorWhereItIsCalled() throws IOException {
        project.change(WIT, "read: func() -> f32;", "read: func() -> string;");

        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).containsPattern("modules/control\\.c:\\d+: error: 'probe_read' is unavailable: it returns a string;"
                + " pass numbers, enums, flags, or records of these instead");
    }

    @Test
    void theHeaderOfAnInterfaceThatIsGoneIsGone() throws IOException {
        assertThat(CommandOutcome.of("check", project.folder()).exitCode()).isZero();
        project.change(WIT, "interface probe {", "interface thermometer {");

        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).contains("modules/probe.c:1: error: 'thermostat_climate_probe.h' file not found");
    }

    @Test
    void thingsWithOneNameInCAreAnErrorInTheWitFile() throws IOException {
        project.change(WIT, "interface probe {", "interface probe {\n    enum a { x, b-c }\n    enum a-b { c, d }");

        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).containsPattern("wit/climate\\.wit:\\d+: error: in C, case \"c\" of enum \"a-b\" has the name PROBE_A_B_C,"
                + " and so has case \"b-c\" of enum \"a\" in line \\d+");
    }

    @Test
    void aHeaderThatMeetsTheModulesOwnNamesIsAWarning() throws IOException {
        project.change(WIT, "interface probe {", "interface probe {\n    enum unit { celsius }")
                .change("modules/probe.c", "#include", "#define PROBE_UNIT_CELSIUS 7\n#include");

        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.error()).containsPattern("thermostat_climate_probe\\.h:\\d+: warning: 'PROBE_UNIT_CELSIUS' macro redefined");
    }
}
