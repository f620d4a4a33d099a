// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.CompiledObject;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.testing.ElfSections;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Sources;

/** What the official suite doesn't ask of tables and segments: restarts, and where they lie. */
class TableTest {

    private static final int OUT_OF_BOUNDS_TABLE = TrapKind.OUT_OF_BOUNDS_TABLE.number();
    private static final int OUT_OF_BOUNDS_MEMORY = TrapKind.OUT_OF_BOUNDS_MEMORY.number();

    @TempDir
    private Path folder;

    @Test
    void initializingAgainBringsBackTablesAndDroppedSegments() throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module (memory 1) (data $d "ab")
                  (table $t 2 8 funcref) (elem $e func $seven) (elem (i32.const 1) $seven)
                  (func $seven (result i32) (i32.const 7))
                  (func (export "grow") (result i32) (table.grow $t (ref.func $seven) (i32.const 3)))
                  (func (export "clear") (table.set $t (i32.const 1) (ref.null func)))
                  (func (export "call") (result i32) (call_indirect $t (result i32) (i32.const 1)))
                  (func (export "table_init") (table.init $t $e (i32.const 0) (i32.const 0) (i32.const 1)))
                  (func (export "memory_init") (memory.init $d (i32.const 0) (i32.const 0) (i32.const 2)))
                  (func (export "drop") (elem.drop $e) (data.drop $d)))
                """);

        String output = new NativeProgram(folder).run(wasm, CompileOptions.named("m"), """
                extern void initialize(void) __asm__("m.initialize");
                extern uint32_t grow(void) __asm__("m.export.grow");
                extern void clear(void) __asm__("m.export.clear");
                extern uint32_t call(void) __asm__("m.export.call");
                extern void table_init(void) __asm__("m.export.table_init");
                extern void memory_init(void) __asm__("m.export.memory_init");
                extern void drop(void) __asm__("m.export.drop");
                int main(void) {
                    for (int i = 0; i < 2; i++) {
                        initialize();
                        printf("%u %u %d %d | ", call(), grow(), trapped(table_init), trapped(memory_init));
                        clear();
                        drop();
                        printf("%d %d %d | ", (int)grow(), trapped(table_init), trapped(memory_init));
                    }
                    return 0;
                }
                """);

        String once = "7 2 0 0 | 5 %d %d | ".formatted(OUT_OF_BOUNDS_TABLE, OUT_OF_BOUNDS_MEMORY);
        assertThat(output).isEqualTo(once + once);
    }

    @Test
    void aTableThatNothingChangesTakesNoRam() throws Exception {
        String functions = "(elem (i32.const 0) $f $f) (func $f) (func (export \"go\") (param i32) (call_indirect (local.get 0))";

        assertThat(bss("(module (table 2 funcref) " + functions + "))")).isZero();
        assertThat(bss("(module (table 2 funcref) " + functions + " (table.set 0 (i32.const 0) (ref.null func))))"))
                .as("two pointers").isEqualTo(8);
    }

    /** Bytes of zero-initialized RAM in the object for a Cortex-M3. */
    private int bss(String wat) throws Exception {
        CompiledObject compiled = AotCompiler.compile(new Sources(folder).wat(wat), CodeTarget.CORTEX_M3, CompileOptions.named("m"));
        return ElfSections.bytesIn(compiled.object(), ".bss.");
    }
}
