// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WIT files with mistakes, and modules and topologies that don't do what they say. */
class BadInterfacesTest {

    private static final String WIT = "wit/climate.wit";

    private SampleProject project;

    @BeforeEach
    void copySample(@TempDir Path folder) {
        project = SampleProject.thermostat(folder);
    }

    private CommandOutcome refused(String command) {
        CommandOutcome outcome = CommandOutcome.of(command, project.folder());
        assertThat(outcome.exitCode()).isEqualTo(1);
        return outcome;
    }

    @Test
    void theSampleKeepsToItsInterfaces() {
        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.error()).doesNotContain("warning");
    }

    @Test
    void eachMistakeInAWitFileIsReportedAtItsLine() throws IOException {
        project.change(WIT, "pending: func() -> u32;", "pending: fun() -> u32;").change(WIT, "read: func() -> f32;", "read: func() -> ;");

        assertThat(refused("build").error()).containsPattern("wit/climate\\.wit:8: error: here should be \"func\", not \"fun\"")
                .containsPattern("wit/climate\\.wit:11: error: here should be a type, not \";\"");
    }

    @Test
    void anUnknownTypeSaysWhichWasMeant() throws IOException {
        project.change(WIT, "read: func() -> f32;", "type celsius = f32;\n    read: func() -> celcius;");

        assertThat(refused("check").error())
                .containsPattern("wit/climate\\.wit:12: error: there is no type \"celcius\".*Did you mean \"celsius\"");
    }

    @Test
    void modulesThatDisagreeWithAnInterfaceAreNamedAtItsLine() throws IOException {
        project.change(WIT, "read: func() -> f32;", "read: func() -> f64;");

        assertThat(refused("check").error())
                .contains("wit/climate.wit:11: error: module \"probe\" exports \"read\" as () -> f32, but it is declared as () -> f64."
                        + " Correct it in modules/probe.c, or here.");
    }

    @Test
    void anUnknownFunctionSaysWhichWasMeant() throws IOException {
        project.change("modules/probe.c", "probe#read", "probe#reed");

        assertThat(refused("build").error())
                .containsPattern("wit/climate\\.wit:6: error: module \"probe\" exports .*probe#reed.*Did you mean \"read\"");
    }

    @Test
    void callsWithStringsSayWhatCanBePassed() throws IOException {
        project.change(WIT, "set: func(on: bool);", "set: func(on: string);")
                .change("modules/control.c", "#include \"thermostat_climate_relay.h\"", """
                        TS_IMPORT("thermostat:climate/relay", "set") void relay_set(int on);
                        TS_IMPORT("thermostat:climate/relay", "switchings") int relay_switchings(void);
                        """);

        assertThat(refused("check").error()).contains("module \"control\" calls set, but it takes a string in \"on\"")
                .contains("numbers, enums, flags, and records and variants of these");
    }

    @Test
    void aTasksFunctionHasToBeInItsInterface() throws IOException {
        project.change("thermostat.topology", "control#update", "control#updaet");

        assertThat(refused("check").error()).containsPattern("thermostat\\.topology:\\d+: error: .*updaet.*Did you mean \"update\"");
    }

    @Test
    void anInterfaceThatIsNotDeclaredYetIsAWarning() throws IOException {
        project.change(WIT, "interface control {", "interface decider {");

        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.error())
                .containsPattern("thermostat\\.topology:\\d+: warning: no WIT file declares the interface thermostat:climate/control")
                .contains("modules/control.c: warning: module \"control\" exports the interface thermostat:climate/control");
    }

    @Test
    void machinesGetFileAndLine() throws IOException {
        project.change(WIT, "read: func() -> f32;", "read: func() -> celsius;");

        CommandOutcome outcome = CommandOutcome.of("check", "--json", project.folder());

        assertThat(outcome.out()).anyMatch(line -> line.contains("wit/climate.wit\"") && line.contains("\"line\":11"));
    }

    @Test
    void aProjectWithoutWitIsCheckedByItsModulesAlone() throws IOException {
        CommandOutcome outcome = CommandOutcome.of("check", project.withoutWit().folder());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.error()).doesNotContain("warning");
    }
}
