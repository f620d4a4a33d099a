// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.builder.toolchain.ProgramPaths;

class BadInputTest {

    private SampleProject project;

    @BeforeEach
    void copySample(@TempDir Path folder) {
        project = SampleProject.thermostat(folder);
    }

    @Test
    void brokenCIsReportedAtItsLineWithClangsMessage() throws IOException {
        project.change("modules/control.c", "sum += reading;", "sum += reeding;");

        CommandOutcome outcome = CommandOutcome.of("build", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).containsPattern("modules/control\\.c:26: error: use of undeclared identifier 'reeding'");
    }

    @Test
    void brokenWatIsReportedAtItsLine() throws IOException {
        project.change("modules/relay.wat", "(global.get $switchings)))", "(global.get $switching)))");

        CommandOutcome outcome = CommandOutcome.of("build", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).containsPattern("modules/relay\\.wat:\\d+: error: undefined global variable \"\\$switching\"");
    }

    @Test
    void aFunctionThatIsOnlyDeclaredIsReportedWithWhatToDo() throws IOException {
        project.change("modules/probe.c", "return ts_sensor_read(TEMPERATURE);", "float calibrated(float); return calibrated(1);");

        CommandOutcome outcome = CommandOutcome.of("build", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).containsPattern("modules/probe\\.c:\\d+: error: function calibrated is declared and called, but not defined")
                .contains("TS_IMPORT");
    }

    @Test
    void problemsOfSeveralModulesAreReportedTogether() throws IOException {
        project.change("modules/control.c", "sum += reading;", "sum += reeding;");
        project.change("modules/history.c", "samples++;", "sample++;");

        CommandOutcome outcome = CommandOutcome.of("build", project.folder());

        assertThat(outcome.error()).contains("control.c:26").contains("history.c:");
    }

    @Test
    void warningsOfOtherModulesAreReportedBesideAnError() throws IOException {
        project.change("modules/control.c", "static int heating;", "static int heating;\nstatic int unused;");
        Files.writeString(project.file("modules/relay.wat"), "(module (func (i32.bogus)))");

        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).contains("modules/relay.wat:1: error: ").containsPattern("modules/control\\.c:\\d+: warning: unused variable");
    }

    @Test
    void invalidWasmIsReportedWithOffsetAndRule() throws IOException {
        byte[] wasm = {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 'f', 0, 0, 10, 5, 1, 3, 0, 0x6a, 0x0b};
        Files.write(project.file("modules/relay.wasm"), wasm);
        project.change("thermostat.topology", "modules/relay.wat", "modules/relay.wasm");

        CommandOutcome outcome = CommandOutcome.of("build", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).containsPattern("modules/relay\\.wasm: error: invalid WebAssembly at offset 0x[0-9a-f]+ .*type mismatch");
    }

    @Test
    void aWireToNowhereNamesLineElementAndRemedy() throws IOException {
        project.change("thermostat.topology", "to=\"history\"", "to=\"histroy\"");

        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).containsPattern("thermostat\\.topology:\\d+: error: .*\"histroy\"").contains("\"history\"");
    }

    @Test
    void anUnknownBoardNamesTheKnownOnes() throws IOException {
        project.change("thermostat.topology", "board=\"mps2-an385\"", "board=\"toaster\"");

        CommandOutcome outcome = CommandOutcome.of("build", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).contains("toaster").contains("mps2-an385").contains("netduinoplus2");
    }

    @Test
    void anImportThatNobodyExportsNamesTheExportsThereAre() throws IOException {
        project.withoutWit()
                .change("modules/control.c", "\"thermostat:climate/probe\", \"read\"", "\"thermostat:climate/probe\", \"reed\"");

        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).contains("imports thermostat:climate/probe#reed, but module \"probe\" does not export it")
                .contains("thermostat:climate/probe#read");
    }

    @Test
    void anImportWithoutAWireSaysWhichWireToAdd() throws IOException {
        project.change("thermostat.topology", "  <wires from=\"control\" interface=\"thermostat:climate/history\" to=\"history\"/>\n", "");

        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).contains("but no wire serves it").contains("Add a wire from \"control\"").contains("\"history\"");
    }

    @Test
    void differentTypesOnTheTwoSidesOfAWireAreShown() throws IOException {
        project.withoutWit().change("modules/control.c", "void history_record(float temperature, int heating);",
                "void history_record(double temperature, int heating);");
        project.change("modules/control.c", "history_record(temperature, heating);", "history_record((double)temperature, heating);");

        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).contains("as (f64, i32), but").contains("exports it as (f32, i32)");
    }

    @Test
    void aTaskForAFunctionThatIsNotThereIsReportedAtItsLine() throws IOException {
        project.change("thermostat.topology", "control#update", "control#updaet");

        CommandOutcome outcome = CommandOutcome.of("check", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).containsPattern("thermostat\\.topology:\\d+: error: .*control#updaet");
    }

    @Test
    void aModuleThatDoesNotFitSaysByHowMuchAndWhoTakesMost() throws IOException {
        project.change("thermostat.topology", "board=\"mps2-an385\"", "board=\"netduinoplus2\"");
        project.change("thermostat.topology", "module=\"control\" node=\"controller\" memory=\"1024\"", "module=\"control\" node=\"controller\"");
        project.change("modules/control.c", "static int heating;", "static int heating;\nstatic volatile char log[150000];");
        project.change("modules/control.c", "heating = wanted;", "heating = wanted; log[readings] = 1;");

        CommandOutcome outcome = CommandOutcome.of("build", project.folder(), "--node", "controller");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).containsPattern("RAM is too small by \\d+ bytes: it has 131072, module control takes 1966\\d+");
    }

    @Test
    void aModuleTooBigForItsBudgetSaysByHowMuch() throws IOException {
        project.change("modules/control.c", "static int heating;",
                "static int heating;\nchar table[20000] = { 1 };\nchar *use(void) { return table; }");
        project.change("modules/control.c", "heating = wanted;", "heating = wanted; use()[readings] = 3;");

        for (String command : List.of("check", "build", "size")) {
            CommandOutcome outcome = CommandOutcome.of(command, project.folder());

            assertThat(outcome.exitCode()).as(command).isEqualTo(1);
            assertThat(outcome.error()).as(command).containsPattern("thermostat\\.topology:13: error: .*stack and data of module \"control\""
                    + " \\(modules/control\\.c\\) take 20\\d+ bytes, which is 19\\d+ more than its memory budget of 1024\\."
                    + " Write memory=\"20\\d+\" or more");
        }
    }

    @Test
    void theBudgetThatTheMessageNamesIsEnoughAndOneStepLessIsNot() throws IOException {
        project.change("modules/control.c", "static int heating;", "static int heating;\nstatic volatile char table[1000];");
        project.change("modules/control.c", "heating = wanted;", "heating = wanted; table[readings] = 3;");
        Matcher named = Pattern.compile("memory=\"(\\d+)\" or more").matcher(CommandOutcome.of("check", project.folder()).error());
        assertThat(named.find()).isTrue();
        int enough = Integer.parseInt(named.group(1));

        project.change("thermostat.topology", "node=\"controller\" memory=\"1024\"", "node=\"controller\" memory=\"" + (enough - 8) + "\"");
        assertThat(CommandOutcome.of("check", project.folder()).exitCode()).isEqualTo(1);
        project.change("thermostat.topology", "memory=\"" + (enough - 8) + "\"", "memory=\"" + enough + "\"");
        assertThat(CommandOutcome.of("build", project.folder(), "--node", "controller").exitCode()).isZero();
    }

    @Test
    void missingQemuNamesThePackageThatHasIt() {
        ProgramPaths programs = new ProgramPaths(Map.of(ExternalProgram.QEMU_ARM, Path.of("/nowhere/qemu-system-arm")));

        CommandOutcome outcome = CommandOutcome.with(programs, "run", project.folder(), "--for", "1s");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.error()).contains("qemu-system-arm is not installed").contains("apt-get install qemu-system-arm");
    }

    @Test
    void aBrokenLineInARecordingIsReportedAtItsLine() throws IOException {
        project.change("data/room.csv", "0.3,", "0.3;");

        CommandOutcome outcome = CommandOutcome.of("run", project.folder(), "--for", "1s");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).contains("data/room.csv:5: error:");
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertThat(CommandOutcome.of("run").exitCode()).isEqualTo(2);
        assertThat(CommandOutcome.of("run", project.folder(), "--for", "soon").exitCode()).isEqualTo(2);
        assertThat(CommandOutcome.of("explode").exitCode()).isEqualTo(2);
    }

    @Test
    void aFolderWithoutTopologySaysHowToMakeOne(@TempDir Path empty) {
        CommandOutcome outcome = CommandOutcome.of("build", empty);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).contains("thingspire new");
    }
}
