// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    private Path folder;

    private static List<JsonObject> json(CommandOutcome outcome) {
        return outcome.out().stream().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }

    @Test
    void boardsListsEveryBoardWithCoreFlashAndRam() {
        CommandOutcome outcome = CommandOutcome.of("boards");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).anyMatch(line -> line.matches("netduinoplus2 +Cortex-M4F +1024 KB +128 KB .*"));
    }

    @Test
    void boardsForMachinesAreOneJsonObjectALine() {
        List<JsonObject> boards = json(CommandOutcome.of("boards", "--json"));

        assertThat(boards).anySatisfy(board -> {
            assertThat(board.get("board").getAsString()).isEqualTo("netduinoplus2");
            assertThat(board.get("ram").getAsLong()).isEqualTo(128 * 1024);
        });
    }

    @Test
    @Tag("qemu")
    void aNewProjectBuildsAndRuns() {
        Path project = folder.resolve("my-app");

        assertThat(CommandOutcome.of("new", project).exitCode()).isZero();
        CommandOutcome run = CommandOutcome.until(soFar -> soFar.console("device").contains("ready"), "run", project);

        assertThat(run.exitCode()).as(run.error()).isZero();
        assertThat(run.console("device")).contains("ready");
        assertThat(project.resolve("my-app.topology")).content().contains("name=\"my-app\"");
    }

    @Test
    void aRunEndsByItselfWhenItsTimeIsOver() throws IOException {
        SampleProject project = SampleProject.thermostat(folder);

        CommandOutcome run = CommandOutcome.of("run", project.folder(), "--node", "gateway", "--for", "1ms");

        assertThat(run.exitCode()).as(run.error()).isZero();
    }

    @Test
    void newDoesNotTouchAFolderWithSomethingInIt() throws IOException {
        Files.writeString(folder.resolve("precious.txt"), "mine");

        CommandOutcome outcome = CommandOutcome.of("new", folder);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("precious.txt"));
    }

    @Test
    void anUnknownTemplateNamesTheKnownOnes() {
        CommandOutcome outcome = CommandOutcome.of("new", folder.resolve("x"), "--template", "toaster");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.error()).contains("empty, thermostat");
    }

    @Test
    void placeMovesAModuleAndChangesOneAttribute() throws IOException {
        SampleProject project = SampleProject.thermostat(folder);
        List<String> before = Files.readAllLines(project.topology());

        CommandOutcome outcome = CommandOutcome.of("place", project.folder(), "control", "gateway");

        assertThat(outcome.out()).containsExactly("control: controller -> gateway");
        List<String> after = Files.readAllLines(project.topology());
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.stream().filter(line -> !before.contains(line)))
                .containsExactly("  <placements module=\"control\" node=\"gateway\" memory=\"1024\"/>");
    }

    @Test
    void placeAndCheckSayWhatDoesNotFit() throws IOException {
        SampleProject project = SampleProject.thermostat(folder);
        assertThat(CommandOutcome.of("check", project.folder()).error()).doesNotContain("warning");

        CommandOutcome placed = CommandOutcome.of("place", project.folder(), "probe", "gateway");

        assertThat(placed.exitCode()).isZero();
        assertThat(placed.error()).contains("warning: module \"probe\" reads a sensor, but node \"gateway\" has none");
        assertThat(CommandOutcome.of("check", project.folder()).error())
                .contains("warning: module \"probe\" reads a sensor, but node \"gateway\" has none");
    }

    @Test
    void whatPlaceSaysOfANodeIsWhatItsImageTakes() throws IOException {
        SampleProject project = SampleProject.thermostat(folder);
        List<JsonObject> rows = json(CommandOutcome.of("size", project.folder(), "--node", "controller", "--json"));

        JsonObject placed = json(CommandOutcome.of("place", project.folder(), "control", "controller", "--json")).getLast();

        assertThat(placed.get("estimate").getAsBoolean()).isFalse();
        assertThat(placed.get("fits").getAsBoolean()).isTrue();
        assertThat(placed.get("ram").getAsLong()).isEqualTo(rows.stream().mapToLong(row -> row.get("ram").getAsLong()).sum());
        assertThat(placed.get("flash").getAsLong()).isEqualTo(rows.stream().mapToLong(row -> row.get("flash").getAsLong()).sum());
    }

    /** The size that the linker then misses is the size that was warned of. */
    @Test
    void aModuleWithoutBudgetIsWarnedOfBeforeTheLinkerMissesItsPages() throws IOException {
        SampleProject project = SampleProject.thermostat(folder);
        project.change("thermostat.topology", "node=\"controller\" memory=\"1024\"", "node=\"controller\"");
        project.change("thermostat.topology", "board=\"mps2-an385\"", "board=\"stm32vldiscovery\"");

        CommandOutcome checked = CommandOutcome.of("check", project.folder());

        assertThat(checked.error()).containsPattern("warning: node \"controller\" needs at least \\d+ bytes of RAM, but its board has 8192\\."
                + " Give a memory budget to \"control\"");
        assertThat(CommandOutcome.of("build", project.folder()).error()).contains("RAM is too small by");
    }

    @Test
    void theSizesOfAllOwnersComeToTheElfsOwnTotals() throws Exception {
        SampleProject project = SampleProject.thermostat(folder);

        List<JsonObject> rows = json(CommandOutcome.of("size", project.folder(), "--node", "controller", "--json"));

        Path elf = project.file("build/release/nodes/controller/controller.elf");
        Process size = new ProcessBuilder("arm-none-eabi-size", "-A", elf.toString()).start();
        long inElf = size.inputReader().lines().filter(line -> line.matches("\\.(text|rodata|data|bss|stacks|handler_stack) .*"))
                .mapToLong(line -> Long.parseLong(line.split("\\s+")[1])).sum();
        long initial = rows.stream().mapToLong(row -> row.get("initial").getAsLong()).sum();
        long gaps = rows.stream().filter(row -> row.get("name").getAsString().endsWith("between sections"))
                .mapToLong(row -> row.get("flash").getAsLong() + row.get("ram").getAsLong()).sum();
        long inReport = rows.stream().mapToLong(row -> row.get("flash").getAsLong() + row.get("ram").getAsLong()).sum();
        assertThat(inReport - initial - gaps).as("initial values are counted in flash and in RAM").isEqualTo(inElf);
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.get("name").getAsString()).isEqualTo("control");
            assertThat(row.get("memory").getAsLong()).isEqualTo(1024);
        });
    }

    @Test
    void theRuntimeWithoutModulesTakesAtMost16KilobytesOfFlashAnd4OfRamBesideStacks() {
        Path project = folder.resolve("bare");
        CommandOutcome.of("new", project);

        List<JsonObject> rows = json(CommandOutcome.of("size", project, "--json"));

        assertThat(rows.stream().mapToLong(row -> row.get("flash").getAsLong()).sum()).isLessThanOrEqualTo(16 * 1024);
        assertThat(rows.stream().filter(row -> !row.get("kind").getAsString().equals("stack")).mapToLong(row -> row.get("ram").getAsLong())
                .sum()).isLessThanOrEqualTo(4 * 1024);
    }

    @Test
    void aotCompilesOneModuleForABoard() throws IOException {
        byte[] wasm = {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 7, 1, 0x60, 2, 0x7f, 0x7f, 1, 0x7f, 3, 2, 1, 0, 7, 7, 1, 3, 'a', 'd', 'd', 0, 0,
                10, 9, 1, 7, 0, 0x20, 0, 0x20, 1, 0x6a, 0x0b};
        Path module = Files.write(folder.resolve("100.wasm"), wasm);
        Path object = folder.resolve("add.o");

        CommandOutcome outcome = CommandOutcome.of("aot", module, "-o", object, "--board", "mps2-an385", "-Os");

        assertThat(outcome.exitCode()).as(outcome.error()).isZero();
        assertThat(object).binaryContent().startsWith(0x7f, 'E', 'L', 'F');
    }

    @Test
    void anOptionOfAotThatIsWrongIsWrongUsage() throws IOException {
        Path module = Files.write(folder.resolve("empty.wasm"), new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});

        for (String wrong : List.of("--name=1st", "--name=", "--memory=-1")) {
            CommandOutcome outcome = CommandOutcome.of("aot", module, "-o", folder.resolve("x.o"), "--board", "mps2-an385", wrong);

            assertThat(outcome.exitCode()).as(wrong).isEqualTo(2);
            assertThat(outcome.error()).contains(wrong.startsWith("--name") ? "a placement's name is letters" : "a memory budget is 0 to");
        }
    }

    @Test
    void aSecondBuildHasNothingToDo() {
        SampleProject project = SampleProject.thermostat(folder);
        CommandOutcome first = CommandOutcome.of("build", project.folder());
        assertThat(first.exitCode()).as(first.error()).isZero();

        CommandOutcome second = CommandOutcome.of("build", project.folder());

        assertThat(second.err()).isEmpty();
    }

    @Test
    void aChangedModuleIsTheOnlyOneThatIsBuiltAgain() throws IOException {
        SampleProject project = SampleProject.thermostat(folder);
        CommandOutcome.of("build", project.folder());
        project.change("modules/probe.c", "TEMPERATURE = 0", "TEMPERATURE = 1");

        CommandOutcome outcome = CommandOutcome.of("build", project.folder());

        assertThat(outcome.err()).containsExactly("compile modules/probe.c", "link probe.wasm", "compile module probe for mps2-an385",
                "link controller");
    }

    @Test
    void aWarningOfClangIsShownAtEveryBuildUntilItIsGone() throws IOException {
        SampleProject project = SampleProject.thermostat(folder);
        project.change("modules/probe.c", "return ts_sensor_pending(TEMPERATURE);", "int unused; return ts_sensor_pending(TEMPERATURE);");

        assertThat(CommandOutcome.of("check", project.folder()).error()).containsPattern("probe\\.c:\\d+: warning: unused variable");
        assertThat(CommandOutcome.of("check", project.folder()).error()).containsPattern("probe\\.c:\\d+: warning: unused variable");
    }

    @Test
    void problemsForMachinesAreObjectsOnStdout() throws IOException {
        SampleProject project = SampleProject.thermostat(folder);
        project.change("modules/control.c", "sum += reading;", "sum += reeding;");

        List<JsonObject> problems = json(CommandOutcome.of("check", project.folder(), "--json"));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.get("severity").getAsString()).isEqualTo("error");
            assertThat(problem.get("file").getAsString()).endsWith("modules/control.c");
            assertThat(problem.get("line").getAsInt()).isEqualTo(26);
        });
    }

    @Test
    @Tag("qemu")
    void anOrdinaryProgramPrintsThroughWasi() throws IOException {
        Path project = folder.resolve("hello");
        CommandOutcome.of("new", project);
        Files.writeString(project.resolve("hello.wat"), """
                (module
                  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
                  (memory (export "memory") 1)
                  (data (i32.const 16) "hello, world\\n")
                  (func (export "_start")
                    (i32.store (i32.const 0) (i32.const 16))
                    (i32.store (i32.const 4) (i32.const 13))
                    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
                """);
        Path topology = project.resolve("hello.topology");
        Files.writeString(topology, Files.readString(topology).replace("</topology:Topology>", """
                  <modules name="greeter" source="hello.wat"/>
                  <placements module="greeter" node="device"/>
                  <tasks name="greet" module="greeter" function="_start" periodMs="0"/>
                </topology:Topology>"""));

        CommandOutcome outcome = CommandOutcome.until(soFar -> soFar.console("device").contains("hello, world"), "run", project);

        assertThat(outcome.exitCode()).as(outcome.error()).isZero();
        assertThat(outcome.console("device")).contains("hello, world");
    }
}
