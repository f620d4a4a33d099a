// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.CompiledObject;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Sources;

/** How much linear memory a placement gets, and what happens at its end. */
class MemoryTest {

    private static final int OUT_OF_BOUNDS = TrapKind.OUT_OF_BOUNDS_MEMORY.number();

    private static final String PROBES = """
              (func (export "get") (param i32) (result i32) (i32.load8_u (local.get 0)))
              (func (export "put") (param i32) (i32.store8 (local.get 0) (i32.const 7)))
              (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
              (func (export "pages") (result i32) (memory.size)))
            """;

    private static final String DECLARATIONS = """
            extern uint32_t size __asm__("m.memory.size");
            extern uint8_t memory[] __asm__("m.memory");
            extern void module_initialize(void) __asm__("m.initialize");
            static void initialize(void) { ts_port_memory_reset(memory); module_initialize(); }
            extern uint32_t get(uint32_t) __asm__("m.export.get");
            extern void put(uint32_t) __asm__("m.export.put");
            extern uint32_t grow(uint32_t) __asm__("m.export.grow");
            extern uint32_t pages(void) __asm__("m.export.pages");
            static uint32_t at;
            static void get_at(void) { get(at); }
            __attribute__((unused)) static int trap_at(uint32_t address) { at = address; return trapped(get_at); }
            """;

    @TempDir
    private Path folder;

    @Test
    void aBudgetSmallerThanAPageIsTheLimit() throws Exception {
        String output = run("(module (memory 1) (data (i32.const 4000) \"x\")", CompileOptions.named("m").withMemoryBudget(4096), """
                initialize();
                printf("%u %u | %d %d %d | %d %u", size, pages(), get(4000), trap_at(4095), trap_at(4096), (int)grow(1), grow(0));
                """);

        assertThat(output).isEqualTo("4096 1 | 120 0 " + OUT_OF_BOUNDS + " | -1 1");
    }

    @Test
    void memoryGrowsUpToItsMaximumAndNewBytesAreZero() throws Exception {
        String output = run("(module (memory 1 3)", CompileOptions.named("m"), """
                initialize();
                printf("%d %d | ", trap_at(65535), trap_at(65536));
                printf("%d %u %u | ", (int)grow(2), pages(), size);
                printf("%u %d %d | %d", get(196607), trap_at(196607), trap_at(196608), (int)grow(1));
                """);

        assertThat(output).isEqualTo("0 5 | 1 3 196608 | 0 0 5 | -1");
    }

    @Test
    void aBudgetCapsGrowthToWholePages() throws Exception {
        String output = run("(module (memory 1)", CompileOptions.named("m").withMemoryBudget(200_000), """
                initialize();
                printf("%d %d %d %u", (int)grow(3), (int)grow(2), (int)grow(1), size);
                """);

        assertThat(output).isEqualTo("-1 1 -1 196608");
    }

    @Test
    void initializingAgainMakesTheInstanceAsNew() throws Exception {
        String output = run("""
                (module (memory 1 2) (data (i32.const 10) "a") (global $n (mut i32) (i32.const 5))
                  (func $count (global.set $n (i32.add (global.get $n) (i32.const 1))))
                  (start $count)
                  (func (export "next") (result i32) (call $count) (global.get $n))""", CompileOptions.named("m"), """
                extern uint32_t next(void) __asm__("m.export.next");
                for (int i = 0; i < 2; i++) {
                    initialize();
                    printf("%u %u %u %u %d ", next(), next(), get(10), get(70), (int)grow(1));
                    put(10);
                    put(70);
                    put(65540);
                }
                initialize();
                grow(1);
                printf("%u", get(65540));
                """);

        assertThat(output).isEqualTo("7 8 97 0 1 7 8 97 0 1 0");
    }

    @Test
    void aSegmentOutsideTrapsAfterThoseBeforeIt() throws Exception {
        String output = run("(module (memory 1) (data (i32.const 1) \"A\") (data (i32.const 65536) \"B\")", CompileOptions.named("m"), """
                printf("%d ", trapped(initialize));
                printf("%u", get(1));
                """);

        assertThat(output).isEqualTo(OUT_OF_BOUNDS + " 65");
    }

    @Test
    void theObjectTellsHowMuchRamItTakes() throws Exception {
        byte[] growing = wasm("(module (memory 1 3)");
        byte[] open = wasm("(module (memory 2)");

        assertThat(compile(growing, CodeTarget.CORTEX_M3)).extracting(CompiledObject::initialMemory, CompiledObject::reservedMemory)
                .containsExactly(65_536L, 196_608L);
        assertThat(compile(open, CodeTarget.CORTEX_M3)).as("a chip reserves nothing that nobody declared")
                .extracting(CompiledObject::initialMemory, CompiledObject::reservedMemory).containsExactly(131_072L, 131_072L);
        assertThat(compile(open, CodeTarget.LINUX_X86_64)).extracting(CompiledObject::initialMemory, CompiledObject::reservedMemory)
                .containsExactly(131_072L, 64L << 20);
    }

    private static CompiledObject compile(byte[] wasm, CodeTarget target) throws CompileException {
        return AotCompiler.compile(wasm, target, CompileOptions.named("m"));
    }

    private byte[] wasm(String start) throws Exception {
        return new Sources(folder).wat(start + PROBES);
    }

    /** On x86-64 the linker can't reach what is 2 GB beyond a symbol, so no such address may be left behind a check that fails. */
    @ParameterizedTest
    @EnumSource
    void constantsFarOutsideTrapAndLink(Optimization optimization) throws Exception {
        for (String growth : List.of("", "(drop (memory.grow (i32.const 0))) (drop (table.grow 0 (ref.null func) (i32.const 0)))")) {
            byte[] wasm = new Sources(folder).wat("""
                    (module (memory 1 4) (table 1 4 funcref)
                      (func (export "grow") %s)
                      (func (export "load") (drop (i32.load (i32.const 0x7ffffff0))))
                      (func (export "fill") (memory.fill (i32.const 0x7ffffff0) (i32.const 0) (i32.const 1)))
                      (func $at (param i32) (result i32) (i32.load (local.get 0)))
                      (func (export "inlined") (drop (call $at (i32.const 0x7ffffff0))))
                      (func (export "call") (call_indirect (i32.const 0x7fffffff)))
                      (func (export "get") (drop (table.get 0 (i32.const 0x7fffffff)))))
                    """.formatted(growth));

            String output = new NativeProgram(folder).run(wasm, CompileOptions.named("m").with(optimization), """
                    extern void initialize(void) __asm__("m.initialize");
                    extern void load(void) __asm__("m.export.load");
                    extern void fill(void) __asm__("m.export.fill");
                    extern void inlined(void) __asm__("m.export.inlined");
                    extern void call(void) __asm__("m.export.call");
                    extern void get(void) __asm__("m.export.get");
                    int main(void) {
                        initialize();
                        printf("%d %d %d %d %d", trapped(load), trapped(fill), trapped(inlined), trapped(call), trapped(get));
                        return 0;
                    }
                    """);

            assertThat(output).isEqualTo("%1$d %1$d %1$d %2$d %3$d", OUT_OF_BOUNDS, TrapKind.UNDEFINED_ELEMENT.number(),
                    TrapKind.OUT_OF_BOUNDS_TABLE.number());
        }
    }

    private String run(String start, CompileOptions options, String body) throws Exception {
        return new NativeProgram(folder).run(wasm(start), options,
                DECLARATIONS + "int main(void) {\n" + body + "return 0;\n}\n");
    }
}
