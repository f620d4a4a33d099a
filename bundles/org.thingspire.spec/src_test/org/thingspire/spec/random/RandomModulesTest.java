// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.spec.Machine;
import org.thingspire.spec.TestMachines;

/**
 * Compiled code does what an interpreter does: random modules on this machine, for each level of the x86-64 psABI that it has, on a
 * processor without floating-point unit, and on one with single precision. The same modules each time; for others, and more of them:
 *
 * <pre>./mvnw verify -Dcore -Dtest=RandomModulesTest -Dsurefire.failIfNoSpecifiedTests=false -Drandom.modules=50000 -Drandom.seed=1000000</pre>
 *
 * <p>A module that differs is shrunk and kept in {@code target/random}.
 */
class RandomModulesTest {

    private static final int MODULES = Integer.getInteger("random.modules", 2000);
    private static final long FIRST_SEED = Long.getLong("random.seed", 0);
    private static final int BATCH = 100;
    /** What the third machine has in common with the second needs fewer tries. */
    private static final int LESS = 4;
    private static final int LESS_OF_OTHERS = 50;
    /** Vectors take ten times as long to compile. */
    private static final int LESS_OF_VECTORS = 10;

    private final Path work = Path.of("target/random");

    @Test
    void onLinux() throws Exception {
        compare(Subject.NUMBERS, "linux-x86_64", MODULES);
    }

    @Test
    @Tag("qemu")
    void onCortexM3WithoutFloatingPointUnit() throws Exception {
        compare(Subject.NUMBERS, "mps2-an385", MODULES);
    }

    @Test
    @Tag("qemu")
    void onCortexM4FWithSinglePrecision() throws Exception {
        compare(Subject.NUMBERS, "mps2-an386", MODULES / LESS);
    }

    @Test
    void accessesOnLinux() throws Exception {
        compare(Subject.ACCESSES, "linux-x86_64", MODULES / LESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86-64", "x86-64-v3", "x86-64-v4"})
    void onLinuxForOtherProcessors(String cpu) throws Exception {
        compareForThisMachine(Subject.NUMBERS, cpu, MODULES / LESS_OF_OTHERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86-64", "x86-64-v3", "x86-64-v4"})
    void vectorsOnLinuxForOtherProcessors(String cpu) throws Exception {
        assumeTrue(ReferenceInterpreter.isInstalled(), "wasm-interp is missing (Debian package wabt)");
        compareForThisMachine(Subject.VECTORS, cpu, MODULES / LESS_OF_OTHERS);
    }

    @Test
    void vectorsOnLinux() throws Exception {
        compareVectors("linux-x86_64");
    }

    @Test
    @Tag("qemu")
    void vectorsOnCortexM3WithoutFloatingPointUnit() throws Exception {
        compareVectors("mps2-an385");
    }

    private void compareVectors(String board) throws IOException, InterruptedException, ExecutionException {
        assumeTrue(ReferenceInterpreter.isInstalled(), "wasm-interp is missing (Debian package wabt)");
        compare(Subject.VECTORS, board, MODULES / LESS_OF_VECTORS);
    }

    private void compareForThisMachine(Subject subject, String cpu, int count) throws Exception {
        // The C library's loader knows which levels the processor has; it does not say so of the first.
        String levels = Command.of(Path.of("/lib64/ld-linux-x86-64.so.2")).add("--help").in(Path.of(".")).run().output();
        assumeTrue(cpu.equals("x86-64") || levels.contains(cpu + " (supported"), "this machine is no " + cpu);
        Path folder = empty(work.resolve(cpu + "-" + subject)).toAbsolutePath();
        Machine machine = TestMachines.machine("linux-x86_64", folder);
        compare(subject, machine, new CodeTarget(machine.target().triple(), cpu, ""), folder, count);
    }

    private void compare(Subject subject, String board, int count) throws IOException, InterruptedException, ExecutionException {
        Path folder = empty(work.resolve(board + "-" + subject)).toAbsolutePath();
        Machine machine = TestMachines.machine(board, folder);
        compare(subject, machine, machine.target(), folder, count);
    }

    private void compare(Subject subject, Machine machine, CodeTarget target, Path folder, int count)
            throws InterruptedException, ExecutionException {
        Comparison comparison = new Comparison(subject, machine, target, folder);
        Comparison.Result total = new Comparison.Result(0, 0, List.of());
        try (ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Comparison.Result>> batches = new ArrayList<>();
            for (int done = 0; done < count; done += BATCH) {
                long seed = FIRST_SEED + done;
                int size = Math.min(BATCH, count - done);
                batches.add(threads.submit(() -> comparison.compare(seed, size)));
            }
            for (Future<Comparison.Result> batch : batches) {
                total = total.plus(batch.get());
            }
        }
        System.out.printf("%s on %s: %d modules, %d results equal, %d differ%n", subject, target.cpu(), total.modules(),
                total.equal(), total.differences().size());
        assertThat(total.differences()).isEmpty();
    }

    /** What a run leaves behind that found something is gone with the next. */
    private static Path empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
