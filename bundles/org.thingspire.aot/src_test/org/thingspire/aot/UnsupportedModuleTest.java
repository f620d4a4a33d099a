// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsupportedModuleTest {

    private static final String[] FLAGS = {"--debug-names", "--enable-exceptions", "--enable-function-references"};

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
