// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.testing.Sources;

/** What holds for every compilation. */
class CompilerPropertiesTest {

    private static final int THREADS = 16;

    @TempDir
    private Path folder;

    @Test
    void manyThreadsCompileTheSameToTheSameBytes() throws Exception {
        byte[] wasm = new Sources(folder).c("mix.c", """
                static int table[64];
                __attribute__((export_name("mix"))) int mix(int seed) {
                    for (int i = 0; i < 64; i++) { table[i] = seed / (i + 1) + table[(i * 7) & 63] % (seed | 1); }
                    return table[seed & 63];
                }
                """, "-O1");
        Callable<byte[]> compile = () -> AotCompiler.compile(wasm, CodeTarget.CORTEX_M3, CompileOptions.named("mix")).object();

        List<byte[]> objects = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<byte[]> object : threads.invokeAll(List.of(compile, compile, compile, compile, compile, compile, compile, compile,
                    compile, compile, compile, compile, compile, compile, compile, compile))) {
                objects.add(object.get());
            }
        }

        assertThat(objects).hasSize(THREADS).allSatisfy(object -> assertThat(object).isEqualTo(objects.getFirst()));
    }

    @Test
    void whoeverElseCompilesDoesNotChangeTheBytes() throws Exception {
        byte[] wasm = new Sources(folder).c("sum.c", """
                static int table[64];
                __attribute__((export_name("sum"))) int sum(const int *values, int count) {
                    int sum = 0;
                    for (int i = 0; i < count; i++) { sum += values[i] * table[i & 63]; }
                    for (int i = 0; i < 64; i++) { sum ^= table[i]; }
                    return sum;
                }
                """, "-O1");
        List<Callable<byte[]>> compilations = new ArrayList<>();
        for (CodeTarget target : List.of(CodeTarget.CORTEX_M3, CodeTarget.LINUX_X86_64)) {
            for (Optimization level : List.of(Optimization.O2, Optimization.O3, Optimization.Os)) {
                compilations.add(() -> AotCompiler.compile(wasm, target, CompileOptions.named("sum").with(level)).object());
            }
        }
        List<byte[]> alone = new ArrayList<>();
        for (Callable<byte[]> compilation : compilations) {
            alone.add(compilation.call());
        }

        for (int round = 0; round < 4; round++) {
            try (ExecutorService threads = Executors.newFixedThreadPool(compilations.size())) {
                List<Future<byte[]>> together = threads.invokeAll(compilations);
                for (int i = 0; i < alone.size(); i++) {
                    assertThat(together.get(i).get()).isEqualTo(alone.get(i));
                }
            }
        }
    }

    @Test
    void debugInformationIsOptional() throws Exception {
        byte[] wasm = new Sources(folder).c("id.c", "__attribute__((export_name(\"id\"))) int id(int a) { return a; }\n");
        CompileOptions options = CompileOptions.named("id");

        String with = new String(AotCompiler.compile(wasm, CodeTarget.CORTEX_M3, options).object(), StandardCharsets.ISO_8859_1);
        String without = new String(AotCompiler.compile(wasm, CodeTarget.CORTEX_M3, options.withoutDebugInfo()).object(),
                StandardCharsets.ISO_8859_1);

        assertThat(with).contains(".debug_line").contains(".debug_frame").contains("id.c");
        assertThat(without).doesNotContain(".debug_").doesNotContain("id.c");
    }

    @Test
    void everyBoardFamilyGetsCode() throws Exception {
        byte[] wasm = new Sources(folder).c("div.c", """
                __attribute__((export_name("div"))) int div(int a, int b) { return a / b; }
                __attribute__((export_name("scale"))) double scale(float a, long long b) { return a * b; }
                """, "-O1");
        for (CodeTarget target : List.of(CodeTarget.CORTEX_M3, CodeTarget.CORTEX_M4F, CodeTarget.LINUX_X86_64,
                new CodeTarget("thumbv6m-none-eabi", "cortex-m0", ""), new CodeTarget("thumbv8m.main-none-eabihf", "cortex-m33", ""),
                new CodeTarget("aarch64-unknown-linux-gnu", "generic", ""),
                new CodeTarget("riscv32-unknown-none-elf", "generic-rv32", "+m,+a,+c"))) {
            for (Optimization level : Optimization.values()) {
                byte[] object = AotCompiler.compile(wasm, target, CompileOptions.named("div").with(level)).object();
                assertThat(object).as("%s at %s", target, level).startsWith(0x7f, 'E', 'L', 'F');
            }
        }
    }
}
