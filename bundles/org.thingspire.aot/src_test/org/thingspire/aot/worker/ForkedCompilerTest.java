// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.CompiledObject;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.testing.Patience;
import org.thingspire.aot.testing.Program;
import org.thingspire.aot.testing.Sources;

/** The processes are real, and so are their ends. */
class ForkedCompilerTest {

    private static final CompileOptions OPTIONS = CompileOptions.named("small");
    private static final byte[] SMALL = {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 4, 1, 2, 0, 0x0b};

    @TempDir
    private Path folder;
    private ForkedCompiler compiler;

    @BeforeEach
    void open() throws Exception {
        // What an earlier test has ended is still there for a moment, and would be counted.
        assertThat(eventually(() -> workers() == 0)).as("processes of earlier tests are gone").isTrue();
        compiler = new ForkedCompiler();
    }

    @AfterEach
    void close() {
        compiler.close();
    }

    private CompiledObject compile(byte[] wasm) throws CompileException, InterruptedException {
        return compiler.compile(wasm, CodeTarget.CORTEX_M3, OPTIONS, folder.resolve("reproducer"));
    }

    @Test
    void givesTheSameBytesAsTheCompilerInThisProcess() throws Exception {
        CompiledObject here = AotCompiler.compile(SMALL, CodeTarget.CORTEX_M3, OPTIONS.withMemoryBudget(1000));
        CompiledObject there = compiler.compile(SMALL, CodeTarget.CORTEX_M3, OPTIONS.withMemoryBudget(1000), folder);

        assertThat(there).usingRecursiveComparison().isEqualTo(here);
    }

    /** A worker has the classes of all bundles that the compiler uses, and no other; references need those for signatures. */
    @Test
    void compilesReferencesToFunctionsOverThereAsHere() throws Exception {
        byte[] references = new Sources(folder).wat("""
                (module (type $t (func (param i32) (result i32))) (table $any (export "table") 1 9 funcref) (elem declare func $f)
                  (func $f (export "f") (param i32) (result i32)
                    (table.set $any (i32.const 0) (ref.func $f)) (call_indirect (type $t) (local.get 0) (i32.const 0))))
                """);

        assertThat(compile(references).object()).isEqualTo(AotCompiler.compile(references, CodeTarget.CORTEX_M3, OPTIONS).object());
    }

    @Test
    void refusesWhatTheCompilerInThisProcessRefuses() throws Exception {
        byte[] broken = new Sources(folder).wat("(module (func $bad (result i32)))", "--no-check", "--debug-names");
        InvalidModuleException here = catchThrowableOfType(InvalidModuleException.class,
                () -> AotCompiler.compile(broken, CodeTarget.CORTEX_M3, OPTIONS));

        InvalidModuleException there = catchThrowableOfType(InvalidModuleException.class, () -> compile(broken));

        assertThat(there).hasMessage(here.getMessage());
        assertThat(there.offset()).isEqualTo(here.offset());
        assertThat(compile(SMALL).object()).as("the same process goes on").isNotEmpty();
        assertThat(folder.resolve("reproducer")).doesNotExist();
    }

    @Test
    void oneProcessIsKeptForOneModuleAfterTheOtherAndEndsWhenItIsClosed() throws Exception {
        long before = workers();
        compile(SMALL);
        compile(SMALL);
        assertThat(workers()).isEqualTo(before + 1);

        compiler.close();

        assertThat(eventually(() -> workers() == before)).isTrue();
    }

    @Test
    void aProcessThatRunsOutOfMemoryIsACompilerFailureAndTheNextModuleIsCompiled() throws Exception {
        byte[] large = new Sources(folder).wat(manyFunctions());
        Path reproducer = folder.resolve("reproducer");
        compile(SMALL);
        allowLittleMoreMemory(children().findFirst().orElseThrow().pid());

        assertThatThrownBy(() -> compile(large)).isInstanceOf(CompilerFailure.class)
                .hasMessageContaining("the code generator crashed: ").hasMessageContaining(reproducer.toString());

        assertThat(reproducer.resolve("module.wasm")).hasBinaryContent(large);
        assertThat(reproducer.resolve("options.txt")).content().contains("cortex-m3").contains("O2");
        assertThat(reproducer.resolve("errors.txt")).content()
                .containsAnyOf("out of memory", "OutOfMemory", "bad_alloc", "insufficient memory");
        assertThat(compile(SMALL).object()).isNotEmpty();
    }

    @Test
    void aProcessThatIsKilledIsACompilerFailure() throws Exception {
        byte[] large = new Sources(folder).wat(manyFunctions());
        compile(SMALL);
        ProcessHandle worker = children().findFirst().orElseThrow();
        Duration idle = computed(worker);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<CompiledObject> compiling = thread.submit(() -> compile(large));
            assertThat(eventually(() -> computed(worker).compareTo(idle) > 0)).isTrue();
            worker.destroyForcibly();

            assertThatThrownBy(() -> compiling.get(Patience.SECONDS, TimeUnit.SECONDS)).cause().isInstanceOf(CompilerFailure.class)
                    .hasMessageContaining("ended by signal 9");
        }
    }

    @Test
    void whatTakesTooLongIsEndedAndSaysWhichFunctionIsLargestAndWhatToDo() throws Exception {
        byte[] large = new Sources(folder).wat("(module (func $small (drop (i32.const 1))) (func $vast (drop (i32.const 1)) (drop (i32.const 2))))",
                "--debug-names");
        long before = workers();
        try (ForkedCompiler impatient = new ForkedCompiler(Duration.ofMillis(1))) {
            assertThatThrownBy(() -> impatient.compile(large, CodeTarget.CORTEX_M3, OPTIONS, folder.resolve("reproducer")))
                    .isInstanceOf(UnsupportedModuleException.class).hasMessageMatching("compiling it at O2 was ended after 1 ms. "
                            + "Its largest function, vast with 8 bytes of code, is probably what takes long. "
                            + "Compile it with less optimization: O1, or O0, which takes seconds.");
        }

        assertThat(folder.resolve("reproducer")).as("it is no crash").doesNotExist();
        assertThat(eventually(() -> workers() == before)).isTrue();
    }

    @Test
    void interruptingTheThreadEndsTheCompilation() throws Exception {
        byte[] large = new Sources(folder).wat(manyFunctions());
        long before = workers();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<CompiledObject> compiling = thread.submit(() -> compile(large));
            assertThat(eventually(() -> workers() > before)).isTrue();
            thread.shutdownNow();

            assertThatThrownBy(() -> compiling.get(Patience.SECONDS, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
            assertThat(eventually(() -> workers() == before)).isTrue();
        }
    }

    /** In steps of 10 ms. */
    private static Duration computed(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current().children().filter(child -> child.info().arguments()
                .filter(words -> Stream.of(words).anyMatch(word -> word.endsWith(".Worker"))).isPresent());
    }

    private static long workers() {
        return children().count();
    }

    private static boolean eventually(Callable<Boolean> condition) throws Exception {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Patience.SECONDS); System.nanoTime() < end; Thread.sleep(20)) {
            if (condition.call()) {
                return true;
            }
        }
        return false;
    }

    /** LLVM has to ask for more when a module is large. */
    private void allowLittleMoreMemory(long pid) throws IOException, InterruptedException {
        String size = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmData:")).findFirst().orElseThrow().replaceAll("\\D", "");
        long bytes = (Long.parseLong(size) << 10) + (4 << 20);
        Program.run(folder, List.of("prlimit", "--pid", Long.toString(pid), "--data=" + bytes));
    }

    /** Takes the compiler more than a second and many megabytes. */
    private static String manyFunctions() {
        String statement = "(i32.store (local.get 0) (i32.add (i32.load (local.get 1))"
                + " (i32.mul (i32.load offset=8 (local.get 0)) (local.get 1))))\n";
        String function = "(func (export \"%d\") (param i32 i32) (result i32)\n" + statement.repeat(400) + "local.get 0)\n";
        return IntStream.range(0, 10).mapToObj(function::formatted).collect(Collectors.joining("", "(module (memory 1)\n", ")"));
    }
}
