// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.CompilerFailure;
import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.testing.Sources;

class UnsupportedModuleTest {

    private static final String[] FLAGS = {"--debug-names", "--enable-all", "--no-check"};

    @TempDir
    private Path folder;

    @Test
    void namesTheInstructionAndItsFunction() {
        refuses("(module (tag $t) (func $ask (throw $t)))", "function ask uses throw at offset 0x");
    }

    @Test
    void namesTypesThatNeverHoldAValue() {
        refuses("(module (type $f (func)) (func $wait (block (result (ref $f)) unreachable) drop))", "a block of function wait has type");
    }

    @Test
    void namesTheImportAndItsType() {
        refuses("(module (import \"env\" \"sorry\" (tag)))", "the module imports a tag, env.sorry, which is not supported");
    }

    @Test
    void namesWhatIsValidInNewerVersionsOnly() {
        refuses("(module (memory i64 1) (func (param i64) (result i32) (i32.load (local.get 0))))",
                "the module uses 64-bit addresses (memory64) at offset 0x");
        refuses("(module (import \"env\" \"f\" (func)) (import \"env\" \"g\" (global i32)) (import \"env\" \"memory\" (memory i64 1)))",
                "the module uses 64-bit addresses (memory64) at offset 0x");
        refuses("(module (memory 1) (memory 1))", "the module has 2 memories (multi-memory); one is supported");
        refuses("(module (memory 1 2 shared))", "the module has a shared memory (threads), which is not supported");
        refuses("(module (func (param v128 v128) (result v128) (i8x16.relaxed_swizzle (local.get 0) (local.get 1))))",
                "the module uses relaxed SIMD at offset 0x");
        refuses("(module (tag $t) (func (try (do (throw $t)) (catch $t))))", "the module uses exception handling in its older form at offset 0x");
        refuses("(module (memory 1) (func (result i32) (i32.atomic.load (i32.const 0))))", "uses i32.atomic_load at offset 0x");
    }

    @Test
    void namesConstantsThatReadTheModulesOwnGlobals() {
        String own = "(module (global $a i32 (i32.const 1)) (memory 1) (table 3 funcref) (func $f) %s)";
        for (String reader : List.of("(global i32 (global.get $a))", "(data (global.get $a) \"x\")", "(elem (global.get $a) $f)",
                "(data (i32.add (i32.const 1) (global.get $a)) \"x\")")) {
            refuses(own.formatted(reader), "section reads global 0, which the module does not import: that is not supported");
        }
    }

    @Test
    void aConstantThatReadsALaterGlobalIsInvalidInEveryVersion() {
        assertThatThrownBy(() -> AotCompiler.compile(new Sources(folder).wat("(module (global i32 (global.get 1)) (global i32 (i32.const 1)))",
                FLAGS), CodeTarget.CORTEX_M3, options())).isInstanceOf(InvalidModuleException.class).hasMessageContaining("unknown global 1");
    }

    @Test
    void saysByHowMuchDataExceedsTheBudget() {
        refuses("(module (memory 1) (data (i32.const 5000) \"12345\"))", CompileOptions.named("control").withMemoryBudget(4096),
                "data of module control ends at byte 5005 of its memory, which is 909 bytes above its budget of 4096 bytes");
    }

    @Test
    void saysByHowMuchTheStackExceedsTheBudget() {
        refuses("(module (memory 1) (global (export \"__heap_base\") i32 (i32.const 66560)))",
                CompileOptions.named("control").withMemoryBudget(8192), "58368 bytes above its budget of 8192 bytes");
    }

    @Test
    void refusesUnknownProcessors() {
        byte[] empty = {0, 'a', 's', 'm', 1, 0, 0, 0};
        assertThatThrownBy(() -> AotCompiler.compile(empty, new CodeTarget("thumbv7m-none-eabi", "cortex-x99", ""), options()))
                .isInstanceOf(CompilerFailure.class).hasMessageContaining("unknown cpu 'cortex-x99'").hasMessageContaining("cortex-m3");
        assertThatThrownBy(() -> AotCompiler.compile(empty, new CodeTarget("zx81-none-elf", "z80", ""), options()))
                .isInstanceOf(CompilerFailure.class).hasMessageContaining("unknown target 'zx81-none-elf'");
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> CompileOptions.named("a b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options().withMemoryBudget(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CodeTarget("thumbv7m-none-eabi", "cortex-m3", "fp64")).isInstanceOf(IllegalArgumentException.class);
        assertThat(options().withMemoryBudget(0).memoryBudget()).hasValue(0);
    }

    private static CompileOptions options() {
        return CompileOptions.named("module");
    }

    private void refuses(String wat, String message) {
        refuses(wat, options(), message);
    }

    private void refuses(String wat, CompileOptions options, String message) {
        assertThatThrownBy(() -> AotCompiler.compile(new Sources(folder).wat(wat, FLAGS), CodeTarget.CORTEX_M3, options))
                .isInstanceOf(UnsupportedModuleException.class).hasMessageContaining(message);
    }
}
