// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.opentest4j.TestAbortedException;
import org.thingspire.aot.api.Optimization;

/**
 * The official suite, each script a program that runs: on this machine and on emulated boards without and with floating-point
 * unit. Where the suite is not there ({@link OfficialSuite}), that shows as a skipped test, and at the end of {@code ./verify}.
 *
 * <p>{@code -Dspec.full=true} adds the other optimization levels. By hand: {@code thingspire spec}.
 */
@Execution(ExecutionMode.CONCURRENT)
class SpecTest {

    private static final Set<String> INTEGERS = Set.of("i32", "i64", "int_exprs", "int_literals", "fac", "forward", "labels", "switch",
            "stack", "traps");

    private static Optional<SpecSuite> suite;

    @TempDir
    private Path work;

    @BeforeAll
    static void openSuite() throws IOException {
        Optional<Path> file = OfficialSuite.find();
        suite = file.isPresent() ? Optional.of(SpecSuite.open(file.get())) : Optional.empty();
    }

    @AfterAll
    static void closeSuite() throws IOException {
        if (suite.isPresent()) {
            suite.get().close();
        }
    }

    @TestFactory
    Stream<DynamicTest> onLinux() throws IOException, InterruptedException {
        return scripts("linux-x86_64", Optimization.O2, Optimization.O0, Optimization.O1, Optimization.O3, Optimization.Os);
    }

    @TestFactory
    @Tag("qemu")
    Stream<DynamicTest> onCortexM3WithoutFloatingPointUnit() throws IOException, InterruptedException {
        return scripts("mps2-an385", Optimization.Os, Optimization.O0, Optimization.O2);
    }

    @TestFactory
    @Tag("qemu")
    Stream<DynamicTest> onCortexM4FWithSinglePrecision() throws IOException, InterruptedException {
        return scripts("mps2-an386", Optimization.O2, Optimization.O0, Optimization.Os);
    }

    /** What depends on the processor, as far as it fits into 8 KB of RAM. */
    @TestFactory
    @Tag("qemu")
    Stream<DynamicTest> integersOnOtherBoards() throws IOException, InterruptedException {
        Stream<DynamicTest> tests = Stream.empty();
        for (String board : List.of("mps2-an500", "mps2-an505", "lm3s6965evb", "stm32vldiscovery")) {
            tests = Stream.concat(tests, scripts(board, INTEGERS::contains, Optimization.O2));
        }
        return tests;
    }

    private Stream<DynamicTest> scripts(String board, Optimization usual, Optimization... additional)
            throws IOException, InterruptedException {
        return scripts(board, script -> true, usual, additional);
    }

    private Stream<DynamicTest> scripts(String board, Predicate<String> selection, Optimization usual, Optimization... additional)
            throws IOException, InterruptedException {
        if (suite.isEmpty()) {
            return skipped(OfficialSuite.MISSING);
        }
        Machine machine;
        try {
            machine = TestMachines.machine(board, Files.createTempDirectory(work, board));
        } catch (TestAbortedException e) {
            return skipped(e.getMessage());
        }
        List<String> names = suite.get().scripts().stream().filter(selection).toList();
        Stream<Optimization> levels = Boolean.getBoolean("spec.full")
                ? Stream.concat(Stream.of(usual), Stream.of(additional)) : Stream.of(usual);
        return levels.flatMap(level -> {
            SpecRun run = run(machine, level);
            return names.stream().map(name -> DynamicTest.dynamicTest(board + " " + name + " -" + level, () -> passes(run.run(name))));
        });
    }

    private SpecRun run(Machine machine, Optimization level) {
        try {
            return new SpecRun(suite.get(), machine, level, work);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A factory that aborts is not counted by anyone; a test that aborts is a visible skip. */
    private static Stream<DynamicTest> skipped(String reason) {
        return Stream.of(DynamicTest.dynamicTest(reason, () -> Assumptions.abort(reason)));
    }

    private static void passes(SpecRun.Outcome outcome) {
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.skipped().keySet()).isSubsetOf(SpecProgram.TEXT_FORMAT, SpecProgram.TOO_MUCH_MEMORY);
    }
}
