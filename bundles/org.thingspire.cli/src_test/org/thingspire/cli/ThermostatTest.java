// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample as a user runs it: the device in QEMU, the gateway as a Linux process, real temperatures from a file. */
@Tag("qemu")
class ThermostatTest {

    /** So many are compared. */
    private static final int DECISIONS = 3;
    private static final String REPORT = "\\d+ samples, .*";

    private SampleProject project;

    @BeforeEach
    void copySample(@TempDir Path folder) throws IOException {
        project = SampleProject.thermostat(folder).patient();
    }

    /** Runs the sample until the node has decided often enough to compare, and the gateway has got samples over the link. */
    private CommandOutcome runUntilDecided(String node) {
        CommandOutcome outcome = CommandOutcome.until(soFar -> decisions(soFar, node).size() >= DECISIONS && hasReported(soFar),
                "run", project.folder());
        assertThat(outcome.exitCode()).as(outcome.error()).isZero();
        return outcome;
    }

    /** Runs the sample until a node has printed such a line. */
    private CommandOutcome runUntil(String node, Predicate<String> line) {
        return CommandOutcome.until(soFar -> soFar.console(node).stream().anyMatch(line), "run", project.folder());
    }

    private static boolean isTrap(String line) {
        return line.startsWith("trap:");
    }

    private static boolean hasReported(CommandOutcome outcome) {
        return outcome.console("gateway").stream().anyMatch(line -> line.matches(REPORT));
    }

    private static List<String> decisions(CommandOutcome outcome, String node) {
        return outcome.console(node).stream().filter(line -> line.startsWith("heating ")).toList();
    }

    /** The first decisions: how many there are in a run depends on how long starting took. */
    private static List<String> first(List<String> decisions) {
        assertThat(decisions).hasSizeGreaterThanOrEqualTo(DECISIONS);
        return decisions.subList(0, DECISIONS);
    }

    @Test
    void bothNodesSpeakAndCallEachOther() {
        CommandOutcome outcome = runUntilDecided("controller");

        assertThat(outcome.console("controller")).anyMatch(line -> line.contains("on mps2-an385"));
        assertThat(hasReported(outcome)).as("history got samples over the link").isTrue();
    }

    @Test
    void theDecisionsAreTheSameWhereverControlIsPlaced() {
        List<String> onDevice = decisions(runUntilDecided("controller"), "controller");
        assertThat(CommandOutcome.of("place", project.folder(), "control", "gateway").exitCode()).isZero();
        List<String> onGateway = decisions(runUntilDecided("gateway"), "gateway");
        assertThat(CommandOutcome.of("place", project.folder(), "control", "controller").exitCode()).isZero();
        List<String> backOnDevice = decisions(runUntilDecided("controller"), "controller");

        assertThat(first(onGateway)).isEqualTo(first(onDevice));
        assertThat(first(backOnDevice)).isEqualTo(first(onDevice));
    }

    @Test
    void theDeviceMovesToAnotherBoardByOneAttribute() throws IOException {
        List<String> before = decisions(runUntilDecided("controller"), "controller");

        project.change("thermostat.topology", "board=\"mps2-an385\"", "board=\"netduinoplus2\"");
        CommandOutcome after = runUntilDecided("controller");

        assertThat(after.console("controller")).anyMatch(line -> line.contains("on netduinoplus2"));
        assertThat(first(decisions(after, "controller"))).isEqualTo(first(before));
    }

    @Test
    void theDeviceRunsOnEightKilobytesOfRam() throws IOException {
        List<String> before = decisions(runUntilDecided("controller"), "controller");

        project.change("thermostat.topology", "board=\"mps2-an385\"", "board=\"stm32vldiscovery\"");
        CommandOutcome after = runUntilDecided("controller");

        assertThat(after.console("controller")).anyMatch(line -> line.contains("on stm32vldiscovery"))
                .noneMatch(ThermostatTest::isTrap);
        assertThat(first(decisions(after, "controller"))).isEqualTo(first(before));
        assertThat(hasReported(after)).as("history got samples over the link").isTrue();
    }

    @Test
    void anAccessOneByteAboveTheBudgetTrapsAtItsSourceLine() throws IOException {
        project.change("thermostat.topology", "board=\"mps2-an385\"", "board=\"stm32vldiscovery\"");
        project.change("modules/probe.c", "return ts_sensor_pending(TEMPERATURE);",
                "static int call; char *end = (char *)512; asm(\"\" : \"+r\"(end));\n"
                        + "    if (call++ == 0) return end[-1];\n    *end = 1; return 0;");

        CommandOutcome outcome = runUntil("controller", ThermostatTest::isTrap);

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.console("controller").stream().filter(ThermostatTest::isTrap).findFirst())
                .contains("trap: out of bounds memory access in probe.pending (probe.c:13)");
    }

    @Test
    void aTrapIsReportedAtItsSourceLineAndTheRunEndsWithFour() throws IOException {
        project.change("modules/control.c", "heating = wanted;", "heating = wanted; readings /= 0;");

        CommandOutcome outcome = runUntil("controller", ThermostatTest::isTrap);

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.console("controller"))
                .anyMatch(line -> line.matches("trap: integer divide by zero in control\\.\\w+ \\(control\\.c:\\d+\\)"));
    }

    @Test
    void aModuleThatTrapsOnTheOtherNodeTrapsTheCallerToo() throws IOException {
        project.change("modules/history.c", "samples++;", "samples++; if (samples == 5) __builtin_trap();");

        CommandOutcome outcome = CommandOutcome.until(
                soFar -> soFar.console("gateway").stream().dropWhile(line -> !isTrap(line)).anyMatch(line -> line.matches(REPORT)),
                "run", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.console("gateway")).anyMatch(line -> line.matches("trap: unreachable in history\\.record \\(history\\.c:\\d+\\)"));
        assertThat(outcome.console("gateway")).as("the node goes on").anyMatch(line -> line.matches(REPORT));
    }

    @Test
    void aLostPeerMakesTheCallTrapWithItsReason() throws IOException {
        project.change("thermostat.topology", "deadlineMs=\"60000\"", "deadlineMs=\"200\"");

        CommandOutcome outcome = CommandOutcome.until(soFar -> soFar.console("controller").stream().anyMatch(ThermostatTest::isTrap),
                "run", project.folder(), "--node", "controller");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.console("controller")).anyMatch(line -> line.contains("history.record on gateway") && line.startsWith("trap: "));
    }

    @Test
    void runawayRecursionEndsInATrapAndTheNodeLives() throws IOException {
        project.change("modules/probe.c", "return ts_sensor_pending(TEMPERATURE);",
                "extern int deep(int); return deep(1000000) + ts_sensor_pending(TEMPERATURE);");
        project.change("modules/probe.c", "enum {",
                "__attribute__((noinline)) int deep(int n) { volatile int x = n; return n ? deep(n - 1) + x : 0; }\nenum {");

        CommandOutcome outcome = CommandOutcome.until(soFar -> soFar.console("controller").stream().anyMatch(ThermostatTest::isTrap)
                && soFar.console("gateway").contains("no samples yet"), "run", project.folder());

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.console("controller"))
                .anyMatch(line -> line.matches("trap: (call stack exhausted|out of bounds memory access) in probe\\.deep .*"));
        assertThat(outcome.console("gateway")).filteredOn(line -> line.equals("no samples yet")).isNotEmpty();
    }

    @Test
    void aModuleThatIsToRestartBeginsAnewAfterATrap() throws IOException {
        project.change("modules/history.c", "samples++;", "samples++; if (samples == 5) __builtin_trap();");
        project.change("thermostat.topology", "module=\"history\" node=\"gateway\"", "module=\"history\" node=\"gateway\" restart=\"always\"");

        CommandOutcome outcome = CommandOutcome.until(soFar -> trapsInHistory(soFar) > 1 && hasReported(soFar), "run", project.folder());

        assertThat(trapsInHistory(outcome)).isGreaterThan(1);
        assertThat(outcome.console("gateway")).filteredOn(line -> line.contains(" samples, "))
                .allMatch(line -> Integer.parseInt(line.substring(0, line.indexOf(' '))) < 5);
    }

    private static long trapsInHistory(CommandOutcome outcome) {
        return outcome.console("gateway").stream().filter(line -> line.startsWith("trap: unreachable in history.record")).count();
    }

    @Test
    void aTrapInWatNamesFunctionAndFile() throws IOException {
        project.change("modules/relay.wat", "(call $output_set (global.get $heating) (local.get $on))", "(unreachable)");

        CommandOutcome outcome = runUntil("controller", ThermostatTest::isTrap);

        assertThat(outcome.console("controller")).contains("trap: unreachable in relay.set (relay.wat)");
    }
}
