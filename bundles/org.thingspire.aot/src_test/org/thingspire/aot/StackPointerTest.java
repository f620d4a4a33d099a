// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Sources;

/** Which global an object shows as the module's stack pointer, so that the runtime can put it back after a trap. */
class StackPointerTest {

    private static final String NONE = "none";
    /** As clang writes it. */
    private static final String PROLOGUE = "(local i32) global.get $sp i32.const 32 i32.sub local.tee 0 global.set $sp"
            + " local.get 0 i32.const 32 i32.add global.set $sp";

    @TempDir
    private Path folder;

    @Test
    void theNameSectionSaysIt() throws Exception {
        assertThat(initialValue("""
                (module (global $n (mut i32) (i32.const 7)) (global $__stack_pointer (mut i32) (i32.const 4096))
                  (func (export "f") (global.set $n (i32.const 1)) (global.set $__stack_pointer (i32.const 0))))
                """, "--debug-names")).isEqualTo("4096");
    }

    @Test
    void anExportSaysIt() throws Exception {
        assertThat(initialValue("""
                (module (global $n (mut i32) (i32.const 7)) (global $sp (mut i32) (i32.const 4096)) (export "__stack_pointer" (global $sp))
                  (func (export "f") (global.set $n (i32.const 1)) (global.set $sp (i32.const 0))))
                """)).isEqualTo("4096");
    }

    @Test
    void inAStrippedModuleAPrologueShowsIt() throws Exception {
        assertThat(initialValue("""
                (module (global $n (mut i32) (i32.const 7)) (global $sp (mut i32) (i32.const 4096))
                  (func (export "f") (global.set $n (i32.const 1))) (func (export "g") %s))
                """.formatted(PROLOGUE))).isEqualTo("4096");
        assertThat(initialValue("""
                (module (global $sp (mut i32) (i32.const 4096)) (func (export "unoptimized") (local i32 i32 i32)
                  global.get $sp local.set 0 i32.const 16 local.set 1 local.get 0 local.get 1 i32.sub local.set 2 local.get 2 global.set $sp))
                """)).isEqualTo("4096");
    }

    @Test
    void countersAreNone() throws Exception {
        assertThat(initialValue("(module (global $left (mut i32) (i32.const 4096)) (func (export \"f\")"
                + " global.get $left i32.const 1 i32.sub global.set $left))")).isEqualTo(NONE);
        assertThat(initialValue("(module (global $n (mut i32) (i32.const 4096)) (func (export \"f\")"
                + " global.get $n i32.const 16 i32.add global.set $n))")).isEqualTo(NONE);
        assertThat(initialValue("(module (global $n (mut i64) (i64.const 4096)) (func (export \"f\")"
                + " global.get $n i64.const 16 i64.sub global.set $n))")).isEqualTo(NONE);
    }

    @Test
    void oneThatNobodySetsIsNone() throws Exception {
        assertThat(initialValue("""
                (module (global $__stack_pointer (mut i32) (i32.const 4096)) (func (export "f") (result i32) (global.get $__stack_pointer)))
                """, "--debug-names")).isEqualTo(NONE);
    }

    @Test
    void aFunctionMayHaveItsName() throws Exception {
        assertThat(initialValue("(module (func $stack_pointer (export \"f\")))", "--debug-names")).isEqualTo(NONE);
    }

    private String initialValue(String wat, String... flags) throws Exception {
        return new NativeProgram(folder).run(new Sources(folder).wat(wat, flags), CompileOptions.named("m"), """
                extern void initialize(void) __asm__("m.initialize");
                extern uint32_t stack_pointer __asm__("m.stack_pointer") __attribute__((weak));
                int main(void) {
                    initialize();
                    if (&stack_pointer == NULL) {
                        printf("none");
                    } else {
                        printf("%u", stack_pointer);
                    }
                    return 0;
                }
                """);
    }
}
