// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.Optimization;
import org.thingspire.builder.Project;
import org.thingspire.builder.module.Bindings;
import org.thingspire.builder.module.MemoryBudget;
import org.thingspire.builder.module.ModuleBuilder;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.setup.Progress;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.spec.OfficialSuite;
import org.thingspire.topology.model.Module;

/**
 * Whatever happens to a module's bytes: it is refused with a place in the file, or compiled. Nothing else is thrown, nothing
 * crashes, nothing takes long. {@code -Drandom.damages=} and {@code -Drandom.seed=} make more and other damage.
 */
class DamagedModulesTest {

    private static final int DAMAGES = Integer.getInteger("random.damages", 1500);
    private static final long FIRST_SEED = Long.getLong("random.seed", 0);
    private static final int GENERATED = 20;
    private static final int LARGEST = 8192;
    private static final int LONGEST_TO_TRUNCATE_EVERYWHERE = 1500;
    private static final int TRUNCATIONS_OF_LONGER_ONES = 300;
    /** Of the processor's time, which does not depend on who else uses it. */
    private static final long SECONDS_AT_MOST = 30;
    private static final Path HOME = Path.of(System.getProperty("thingspire.home", "../.."));

    @TempDir
    private Path folder;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private int compiled;
    private int refused;

    @Test
    void generatedModules() {
        List<byte[]> modules = new ArrayList<>();
        for (int seed = 0; seed < GENERATED; seed++) {
            modules.add(ModuleGenerator.generate(Choices.random(seed)).wasm());
        }

        damage(modules);
        truncate(modules.subList(0, 3));
    }

    @Test
    void modulesOfTheSampleWithNamesAndDebugInformation() throws Exception {
        Installation installation = new Installation(HOME.resolve("runtime"), LlvmTools.bundled());
        Project project = Project.open(HOME.resolve("samples/thermostat"), installation);
        ModuleBuilder builder = ModuleBuilder.create(installation, project.folder(), folder,
                Bindings.write(project.interfaces(), folder.resolve("bindings")), Profile.DEBUG, Progress.NONE);
        List<byte[]> modules = new ArrayList<>();
        for (Module module : project.topology().topology().getModules()) {
            modules.add(Files.readAllBytes(builder.build(module, MemoryBudget.NONE).wasm()));
        }

        damage(modules);
        truncate(modules);
    }

    @Test
    void modulesOfTheOfficialSuite() throws Exception {
        Optional<Path> zip = OfficialSuite.find();
        Assumptions.assumeTrue(zip.isPresent(), OfficialSuite.MISSING);

        damage(suite(zip.get()));
    }

    private static List<byte[]> suite(Path zip) throws IOException {
        List<byte[]> modules = new ArrayList<>();
        try (FileSystem files = FileSystems.newFileSystem(zip); Stream<Path> all = Files.walk(files.getPath("/"))) {
            for (Path file : all.filter(path -> path.toString().endsWith(".wasm")).sorted().toList()) {
                if (Files.size(file) <= LARGEST) {
                    modules.add(Files.readAllBytes(file));
                }
            }
        }
        return modules;
    }

    private void damage(List<byte[]> modules) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAMAGES; seed++) {
            byte[] module = modules.get((int) Long.remainderUnsigned(seed * 7919, modules.size()));
            check(new Damage(seed).of(module), "seed " + seed);
        }
        System.out.printf("%d damaged modules: %d refused, %d compiled%n", refused + compiled, refused, compiled);
        assertThat(compiled).as("some damage is harmless").isPositive();
        assertThat(refused).as("most is not").isGreaterThan(compiled);
    }

    /** At every byte, or at so many places that are spread over a longer module. */
    private void truncate(List<byte[]> modules) {
        for (byte[] module : modules) {
            int step = module.length <= LONGEST_TO_TRUNCATE_EVERYWHERE ? 1 : module.length / TRUNCATIONS_OF_LONGER_ONES;
            for (int length = 0; length < module.length; length += step) {
                check(Arrays.copyOf(module, length), "cut at " + length);
            }
        }
    }

    private void check(byte[] module, String what) {
        long start = threads.getCurrentThreadCpuTime();
        try {
            AotCompiler.compile(module, CodeTarget.CORTEX_M3, CompileOptions.named("damaged").with(Optimization.O1));
            compiled++;
        } catch (InvalidModuleException e) {
            assertThat(e.offset()).as(what).isBetween(0L, (long) module.length);
            assertThat(e.rule()).as(what).isNotBlank().doesNotContain("Exception").doesNotContain("java.");
            refused++;
        } catch (CompileException e) {
            assertThat(e.getMessage()).as(what).isNotBlank();
            refused++;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what + ": " + e, e);
        }
        assertThat(threads.getCurrentThreadCpuTime() - start).as("nanoseconds for " + what).isLessThan(SECONDS_AT_MOST * 1_000_000_000);
    }
}
