// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.thingspire.aot.Optimization;

/**
 * The official suite's scripts, each one a program that runs: on this machine and on emulated boards. Those of vectors are
 * left out.
 *
 * <p>{@code -Dspec.full=true} adds the other optimization levels and what the M4F does like the M3.
 */
@Execution(ExecutionMode.CONCURRENT)
class SpecTest {

    private static final Set<String> FLOATS = Set.of("f32", "f32_bitwise", "f32_cmp", "f64", "f64_bitwise", "f64_cmp", "float_exprs",
            "float_literals", "float_memory", "float_misc", "conversions", "call_indirect", "traps");
    private static final Pattern VECTORS_OF_FLOATS = Pattern.compile("simd_(conversions|splat|lane|.*f(32x4|64x2).*)");

    private static Optional<SpecSuite> suite;

    @TempDir
    private Path work;

    @BeforeAll
    static void openSuite() throws IOException {
        suite = SpecSuite.open();
    }

    @AfterAll
    static void closeSuite() throws IOException {
        if (suite.isPresent()) {
            suite.get().close();
        }
    }

    @TestFactory
    Stream<DynamicTest> onLinux() {
        return scripts(LinuxPlatform.find(), script -> true, Optimization.O2,
                Optimization.O0, Optimization.O1, Optimization.O3, Optimization.Os);
    }

    @TestFactory
    Stream<DynamicTest> onCortexM3WithoutFloatingPointUnit() {
        return scripts(Mps2Platform.findM3(), script -> true, Optimization.Os, Optimization.O0, Optimization.O2);
    }

    @TestFactory
    Stream<DynamicTest> onCortexM4FWithSinglePrecision() {
        return scripts(Mps2Platform.findM4F(), script -> FLOATS.contains(script) || VECTORS_OF_FLOATS.matcher(script).matches()
                || Boolean.getBoolean("spec.full"), Optimization.O2, Optimization.O0, Optimization.Os);
    }

    private Stream<DynamicTest> scripts(Optional<Platform> platform, Predicate<String> selection, Optimization usual,
            Optimization... additional) {
        if (suite.isEmpty()) {
            return skipped("the WebAssembly test suite is not there; -Dwasm.spec= tells where it is");
        }
        if (platform.isEmpty()) {
            return skipped("the bundled clang, a gcc for the platform, or QEMU is missing");
        }
        Stream<Optimization> levels = Boolean.getBoolean("spec.full")
                ? Stream.concat(Stream.of(usual), Stream.of(additional)) : Stream.of(usual);
        return levels.flatMap(level -> suite.get().scripts().stream()
                .filter(selection)
                .map(script -> DynamicTest.dynamicTest(script + " -" + level, () -> passes(platform.get(), script, level))));
    }

    /** A factory that aborts is not counted by anyone; a test that aborts is a visible skip. */
    private static Stream<DynamicTest> skipped(String reason) {
        return Stream.of(DynamicTest.dynamicTest(reason, () -> Assumptions.abort(reason)));
    }

    private void passes(Platform platform, String script, Optimization level) throws IOException, InterruptedException {
        Path folder = work.resolve(platform.target().cpu() + level);
        SpecRunner.Outcome outcome = new SpecRunner(suite.get(), platform, folder).run(script, level);
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.skipped().keySet()).isSubsetOf("text format", "more memory than the board has");
    }
}
