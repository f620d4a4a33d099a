// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Sources;

/** Memories, tables and globals between modules and their host. */
class SharedStateTest {

    private static final int UNINITIALIZED_ELEMENT = TrapKind.UNINITIALIZED_ELEMENT.number();
    private static final int TYPE = TrapKind.INDIRECT_CALL_TYPE.number();

    /** How {@link org.thingspire.aot.api.SymbolNames#export} describes what is shared. */
    private static final String SHARED = "struct shared { void *start; uint32_t *size; uint32_t most; };\n";

    @TempDir
    private Path folder;

    @Test
    void aHostLendsItsMemoryAndItsGlobals() throws Exception {
        String output = run("""
                (module (import "env" "memory" (memory 1)) (import "env" "base" (global $base i32)) (import "env" "n" (global $n (mut i32)))
                  (data (offset (i32.add (global.get $base) (i32.mul (i32.const 2) (i32.const 3)))) "x")
                  (func (export "sum") (param i32) (result i32) (global.set $n (i32.add (global.get $n) (i32.const 1)))
                    (i32.add (i32.load8_u (local.get 0)) (memory.grow (i32.const 1)))))
                """, "", """
                static uint8_t bytes[131072];
                static uint32_t size = 65536, n = 5;
                static const uint32_t base = 100;
                static const struct shared memory = { bytes, &size, sizeof bytes };
                const void *const memory_import __asm__("m.import.env.memory") = &memory;
                const void *const base_import __asm__("m.import.env.base") = &base;
                const void *const n_import __asm__("m.import.env.n") = &n;
                extern void initialize(void) __asm__("m.initialize");
                extern uint32_t sum(uint32_t) __asm__("m.export.sum");
                """, """
                initialize();
                printf("%d ", bytes[106]);
                bytes[7] = 40;
                printf("%d %u %u | ", (int)sum(7), size, n);
                printf("%d %u", (int)sum(7), size);
                """);

        assertThat(output).isEqualTo("120 41 131072 6 | 39 131072");
    }

    @Test
    void aModuleShowsItsOwnStateIfAsked() throws Exception {
        String output = run("""
                (module (memory (export "bytes") 1 2) (global (export "answer") i32 (i32.const 42)) (table (export "t") 2 4 funcref)
                  (type $f (func (result i32))) (func $seven (type $f) (i32.const 7)) (elem (i32.const 0) $seven)
                  (func (export "call") (param i32) (result i32) (call_indirect (type $f) (local.get 0)))
                  (func (export "wrong") (call_indirect (param i32) (result i32) (i32.const 1) (i32.const 0)) drop)
                  (func (export "get") (result i32) (i32.load8_u (i32.const 65536))))
                """, "shared", """
                extern const struct shared bytes __asm__("m.export.bytes"), table __asm__("m.export.t");
                extern const uint32_t answer __asm__("m.export.answer");
                extern void initialize(void) __asm__("m.initialize");
                extern uint32_t call(uint32_t) __asm__("m.export.call");
                extern uint32_t get(void) __asm__("m.export.get");
                extern void wrong(void) __asm__("m.export.wrong");
                static void call_1(void) { call(1); }
                """, """
                initialize();
                printf("%u %u %u | ", answer, *bytes.size, bytes.most);
                *bytes.size = bytes.most;
                ((uint8_t *)bytes.start)[65536] = 3;
                printf("%u | %u %d %d ", get(), call(0), trapped(call_1), trapped(wrong));
                ((const void **)table.start)[1] = ((const void **)table.start)[0];
                printf("%u %u %u", call(1), *table.size, table.most);
                """);

        assertThat(output).isEqualTo("42 65536 131072 | 3 | 7 " + UNINITIALIZED_ELEMENT + " " + TYPE + " 7 2 4");
    }

    private String run(String wat, String shared, String declarations, String body) throws Exception {
        CompileOptions options = CompileOptions.named("m");
        return new NativeProgram(folder).run(new Sources(folder).wat(wat, "--enable-extended-const"),
                shared.isEmpty() ? options : options.withSharedState(),
                SHARED + declarations + "int main(void) {\n" + body + "return 0;\n}\n");
    }
}
