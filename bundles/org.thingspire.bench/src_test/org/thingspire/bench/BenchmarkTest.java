// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.board.BoardCatalog;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Progress;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.problem.UserException;

class BenchmarkTest {

    private static final Path HOME = Path.of(System.getProperty("thingspire.home"));
    /** Each step takes the same number of instructions and needs the one before, so that nobody finds a formula for all. */
    private static final String STEPS = """
            static volatile int n = %d;
            int kernel(void) {
                unsigned hash = 1;
                int steps = n;
                #pragma clang loop unroll(disable)
                for (int i = 0; i < steps; i++) {
                    hash = (hash ^ i) * 16777619u;
                }
                return (int)hash;
            }
            """;

    @TempDir
    private Path folder;

    @Test
    @Tag("qemu")
    void instructionsAreCountedExactly() throws IOException, InterruptedException {
        Benchmark benchmark = benchmark("mps2-an385");

        KernelResult ten = benchmark.measure(kernel("ten", STEPS.formatted(10)));
        KernelResult eleven = benchmark.measure(kernel("eleven", STEPS.formatted(11)));
        KernelResult tenAgain = benchmark.measure(kernel("again", STEPS.formatted(10)));
        KernelResult twelve = benchmark.measure(kernel("twelve", STEPS.formatted(12)));

        assertThat(tenAgain.cost()).isEqualTo(ten.cost());
        double step = eleven.cost().get(Variant.NATIVE_O3) - ten.cost().get(Variant.NATIVE_O3);
        assertThat(step).isBetween(3.0, 8.0);
        assertThat(twelve.cost().get(Variant.NATIVE_O3)).isEqualTo(eleven.cost().get(Variant.NATIVE_O3) + step);
    }

    @Test
    @Tag("qemu")
    void callsAcrossTheBorderCostNoMoreThanTwentyInstructions() throws InterruptedException, IOException {
        List<CallCost> calls = benchmark("mps2-an385").measureCalls();

        assertThat(calls).hasSize(2).allSatisfy(call -> {
            assertThat(call.plain()).isPositive();
            assertThat(call.added()).isLessThanOrEqualTo(20);
        });
    }

    @Test
    void timeIsTakenOnThisMachine() throws IOException, InterruptedException {
        KernelResult result = benchmark("linux-x86_64").measure(kernel("short", STEPS.formatted(1000)));

        assertThat(result.cost().values()).allSatisfy(time -> assertThat(time).isBetween(50.0, 1e6));
    }

    @Test
    void compilerIsMeasuredWithAndWithoutDebugInformation() throws IOException, InterruptedException {
        CompileTimes times = benchmark("mps2-an385").measureCompiler(List.of(kernel("steps", STEPS.formatted(10))));

        assertThat(times.bare().nanoseconds()).isPositive();
        assertThat(times.debuggable().nanoseconds()).isPositive();
        assertThat(times.debuggable().wasmBytes()).isGreaterThan(2 * times.bare().wasmBytes());
    }

    @Test
    @Tag("qemu")
    void checksOfMemoryThatCanGrowCostMore() throws IOException, InterruptedException {
        Kernel kernel = kernel("walk", """
                static struct node { struct node *next; int value; } nodes[16];
                void kernel_init(void) {
                    for (int i = 0; i < 15; i++) {
                        nodes[i].next = &nodes[i + 1];
                        nodes[i].value = i;
                    }
                }
                int kernel(void) {
                    int sum = 0;
                    for (struct node *node = nodes; node; node = node->next) {
                        sum += node->value;
                    }
                    return sum;
                }
                """);

        KernelResult fixed = benchmark("mps2-an385").measure(kernel);
        KernelResult growing = benchmark("mps2-an385", true).measure(kernel);

        assertThat(growing.cost().get(Variant.NATIVE_O3)).isEqualTo(fixed.cost().get(Variant.NATIVE_O3));
        assertThat(growing.cost().get(Variant.WASM_O3)).isGreaterThan(fixed.cost().get(Variant.WASM_O3));
    }

    @Test
    @Tag("qemu")
    void aKernelWhoseResultDependsOnTheWayIsRefused() throws IOException, InterruptedException {
        Kernel kernel = kernel("wrong", """
                int kernel(void) {
                #ifdef __wasm__
                    return 1;
                #else
                    return 2;
                #endif
                }
                """);

        Benchmark benchmark = benchmark("mps2-an385");

        assertThatThrownBy(() -> benchmark.measure(kernel)).isInstanceOf(UserException.class)
                .hasMessageContaining("kernel wrong has a result that depends on the way");
    }

    @Test
    void aFolderOfSourcesIsOneKernel() throws IOException {
        Files.createDirectories(folder.resolve("kernels/two"));
        Files.writeString(folder.resolve("kernels/one.c"), "");
        Files.writeString(folder.resolve("kernels/two/a.c"), "");
        Files.writeString(folder.resolve("kernels/two/b.c"), "");
        Files.writeString(folder.resolve("kernels/notes.txt"), "");

        assertThat(Kernel.in(folder.resolve("kernels"), List.of())).extracting(Kernel::group, Kernel::name, kernel -> kernel.sources().size())
                .containsExactly(Tuple.tuple("kernels", "one", 1),
                        Tuple.tuple("kernels", "two", 2));
    }

    private Kernel kernel(String name, String source) throws IOException {
        return new Kernel("test", name, List.of(Files.writeString(folder.resolve(name + ".c"), source)), List.of());
    }

    private Benchmark benchmark(String board) throws InterruptedException, IOException {
        return benchmark(board, false);
    }

    private Benchmark benchmark(String board, boolean memoryGrows) throws InterruptedException, IOException {
        Installation installation = new Installation(HOME.resolve("runtime"), LlvmTools.bundled());
        return new Benchmark(installation, BoardCatalog.read(installation.boards()).find(board).orElseThrow(),
                HOME.resolve("bench/driver"), Files.createDirectories(folder.resolve(board + memoryGrows)), memoryGrows, Progress.NONE);
    }
}
