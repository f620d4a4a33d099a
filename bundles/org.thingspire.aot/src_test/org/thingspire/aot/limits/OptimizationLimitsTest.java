// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Patience;
import org.thingspire.aot.testing.Sources;

/** Functions and modules that LLVM's optimizer would take minutes or gigabytes for. */
@Timeout(Patience.SECONDS)
class OptimizationLimitsTest {

    private static final int MANY = 5000;

    @TempDir
    private Path folder;

    @Test
    void aFunctionOfManyLoopsIsTranslatedAsItIsAndTheUserIsTold() throws Exception {
        byte[] wasm = wasm(loops(201));

        assertThat(AotCompiler.notes(wasm, Optimization.O2)).containsExactly("function run is not optimized, as that would take far too long: "
                + "it has 201 loops, more than 200; split it to have fast code");
        assertThat(AotCompiler.notes(wasm, Optimization.O0)).isEmpty();
        assertThat(AotCompiler.notes(wasm(loops(200)), Optimization.O2)).isEmpty();
    }

    @Test
    void whatIsTranslatedAsItIsComputesAndTrapsLikeWhatIsOptimized() throws Exception {
        SymbolNames names = new SymbolNames("m");
        for (int loops : new int[] {200, 201}) {
            assertThat(new NativeProgram(folder).run(wasm(loops(loops)), CompileOptions.named("m"), """
                    uint32_t run(uint32_t) __asm__("%s");
                    void initialize(void) __asm__("%s");
                    static void past_the_end(void) { run(65536); }
                    int main(void) {
                        initialize();
                        printf("%%u %%d", run(12), trapped(past_the_end) == OUT_OF_BOUNDS_MEMORY);
                    }
                    """.formatted(names.export("run"), names.initialize()))).as("%d loops", loops).isEqualTo(3 * loops + " 1");
        }
    }

    /** Each local would be a value with an operand for each of the loop's ends: 25 million in sum. */
    @Test
    void manyLocalsAndBranchesAreNoneOfTheOptimizersBusiness() throws Exception {
        byte[] wasm = wasm("(module (func $vast (export \"run\") (param i32) (result i32) (local" + " i32".repeat(MANY) + ") (loop $l "
                + each(MANY, i -> "(local.set %1$d (i32.add (local.get %1$d) (local.get 0)))".formatted(i + 1))
                + each(MANY, i -> "(br_if $l (i32.eq (local.get %d) (i32.const %d)))".formatted(i + 1, i + 7)) + ") (local.get 1)))");

        assertThat(AotCompiler.notes(wasm, Optimization.Os)).singleElement().asString()
                .contains("function vast", "5001 locals times 5001 branches and blocks, more than 1048576");
        for (CodeTarget target : new CodeTarget[] {CodeTarget.CORTEX_M3, CodeTarget.LINUX_X86_64}) {
            assertThat(AotCompiler.compile(wasm, target, CompileOptions.named("vast").with(Optimization.Os)).object()).isNotEmpty();
        }
    }

    @Test
    void aFunctionWithMuchCodeIsToldOfByItsSize() throws Exception {
        String additions = "(local.set 0 (i32.add (local.get 0) (i32.const 77777)))".repeat(15_000);

        assertThat(AotCompiler.notes(wasm("(module (func $long (param i32) " + additions + "))"), Optimization.O1)).singleElement().asString()
                .contains("function long", "135002 bytes of code, more than 131072");
    }

    @Test
    void aNoteIsOneLineWhateverTheFunctionsNameHas() throws Exception {
        String name = "two\nlines\rthird";
        String placeholder = "a_name_as_long_"; // WebAssembly text does not take the name itself
        String module = new String(wasm(loops(201).replace("$run", "$" + placeholder)), StandardCharsets.ISO_8859_1);
        byte[] renamed = module.replace(placeholder, new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(AotCompiler.notes(renamed, Optimization.O2)).singleElement().asString().startsWith("function two?lines?third is not");
    }

    @Test
    void inAModuleWithMuchCodeWhatLoadsGiveIsLookedForNearby() throws Exception {
        String function = "(func (param i32)" + "(local.set 0 (i32.load (local.get 0)))".repeat(10_000) + ")";

        assertThat(AotCompiler.notes(wasm("(module (memory 1)" + function.repeat(30) + ")"), Optimization.O2)).singleElement().asString()
                .contains("the module has 2100060 bytes of code, more than 2097152");
    }

    private byte[] wasm(String text) throws Exception {
        return new Sources(folder).wat(text, "--debug-names");
    }

    /** Counts the rounds of loops that store a number after each multiple of four below the parameter. */
    private static String loops(int count) {
        return "(module (memory 1 1) (func $run (export \"run\") (param $n i32) (result i32) (local $i i32) (local $rounds i32)"
                + each(count, i -> """
                (local.set $i (i32.const 0))
                (loop $l
                  (i32.store offset=4 (local.get $i) (local.get $rounds))
                  (local.set $rounds (i32.add (local.get $rounds) (i32.const 1)))
                  (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 4))) (local.get $n))))
                """) + "(local.get $rounds)))";
    }

    private static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(" "));
    }
}
