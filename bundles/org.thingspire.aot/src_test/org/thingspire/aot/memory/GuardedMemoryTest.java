// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Program;
import org.thingspire.aot.testing.Sources;

/** Where nothing can be accessed past a memory, accesses that fail are faults, and code is as if nobody checked. */
class GuardedMemoryTest {

    private static final int OUT_OF_BOUNDS = TrapKind.OUT_OF_BOUNDS_MEMORY.number();
    private static final int DIVISION = TrapKind.INTEGER_DIVIDE_BY_ZERO.number();

    /** {@code ud2}, which a failed check executes, and the kind of trap after it. */
    private static final String FAILED_CHECK = new String(new byte[] {0x0f, 0x0b, (byte) OUT_OF_BOUNDS}, StandardCharsets.ISO_8859_1);

    private static final String ACCESSES = """
            (module (memory 1 %s)
              (func (export "get") (param i32) (result i32) (i32.load offset=8 (local.get 0)))
              (func (export "put") (param i32 i32)
                (i32.store (local.get 0) (local.get 1))
                (i32.store offset=4 (local.get 0) (local.get 1)))
              (func (export "far") (param i32) (result i32) (i32.load offset=0xfffffff0 (local.get 0)))
              (func (export "drop") (param i32) (drop (i64.load (local.get 0))))
              (func (export "sum") (param i32 i32) (result i32) (local $sum i32)
                (loop $next
                  (local.set $sum (i32.add (local.get $sum) (i32.load (local.get 0))))
                  (local.set 0 (i32.add (local.get 0) (i32.const 4)))
                  (local.set 1 (i32.sub (local.get 1) (i32.const 1)))
                  (br_if $next (local.get 1)))
                (local.get $sum))
              (func (export "order") (param i32 i32)
                (i32.store (i32.const 0) (i32.const 1))
                (drop (i32.load (local.get 0)))
                (i32.store (i32.const 0) (i32.const 2))
                (i32.store (i32.const 4) (i32.div_u (i32.const 1) (local.get 1))))
              (func (export "grow") (drop (memory.grow (i32.const %s)))))
            """;

    private static final String CALLS = """
            extern uint8_t memory[] __asm__("m.memory");
            extern void initialize(void) __asm__("m.initialize");
            extern uint32_t get(uint32_t) __asm__("m.export.get");
            extern void put(uint32_t, uint32_t) __asm__("m.export.put");
            extern uint32_t far(uint32_t) __asm__("m.export.far");
            extern void drop(uint32_t) __asm__("m.export.drop");
            extern uint32_t sum(uint32_t, uint32_t) __asm__("m.export.sum");
            extern void order(uint32_t, uint32_t) __asm__("m.export.order");
            extern void grow(void) __asm__("m.export.grow");
            #define UNUSED __attribute__((unused)) static
            static uint32_t at, with;
            UNUSED void do_get(void) { get(at); }
            UNUSED void do_put(void) { put(at, 7); }
            UNUSED void do_far(void) { far(at); }
            UNUSED void do_drop(void) { drop(at); }
            UNUSED void do_sum(void) { sum(at, with); }
            UNUSED void do_order(void) { order(at, with); }
            UNUSED int try(void (*what)(void), uint32_t address, uint32_t other) { at = address; with = other; return trapped(what); }
            int main(void) {
                initialize();
                %s
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void accessesTrapWhereTheyReachTheEndAndNotBefore(Optimization level) throws Exception {
        for (int most : List.of(1, 2)) {
            assertThat(run(most, level, """
                    printf("%d %d %d %d | ", try(do_get, 65524, 0), try(do_get, 65525, 0), try(do_get, 65536, 0), try(do_get, -1u, 0));
                    printf("%d %d | ", try(do_far, 0, 0), try(do_far, -1u, 0));
                    printf("%d %d | ", try(do_drop, 65528, 0), try(do_drop, 65529, 0));
                    printf("%d %d %d", try(do_sum, 65532, 1), try(do_sum, 65532, 2), try(do_sum, 0x80000000u, 1));
                    """)).isEqualTo("0 5 5 5 | 5 5 | 0 5 | 0 5 5".replace("5", "" + OUT_OF_BOUNDS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void effectsBeforeTheTrapAreThereAndThoseBehindItAreNot(Optimization level) throws Exception {
        assertThat(run(1, level, """
                printf("%d %d | ", try(do_order, 65533, 0), memory[0]);
                printf("%d %d | ", try(do_order, 65532, 0), memory[0]);
                printf("%d %d", try(do_put, 65532, 0), memory[65532]);
                """)).isEqualTo("%d 1 | %d 2 | %d 7".formatted(OUT_OF_BOUNDS, DIVISION, OUT_OF_BOUNDS));
    }

    @ParameterizedTest
    @EnumSource
    void memoryCanBeAccessedOnceItHasGrownAndNoMoreWhenItBeginsAnew(Optimization level) throws Exception {
        assertThat(run(2, level, """
                printf("%d ", try(do_put, 70000, 0));
                grow();
                printf("%d %d ", try(do_put, 70000, 0), memory[70000]);
                ts_port_memory_reset(memory);
                initialize();
                printf("%d ", try(do_get, 70000, 0));
                grow();
                printf("%d %d", try(do_get, 70000, 0), memory[70000]);
                """)).isEqualTo("%1$d 0 7 %1$d 0 0".formatted(OUT_OF_BOUNDS));
    }

    @ParameterizedTest
    @EnumSource(names = {"O1", "O2", "O3", "Os"})
    void plainAccessesAreNotChecked(Optimization level) throws Exception {
        for (int most : List.of(1, 2)) {
            byte[] wasm = new Sources(folder).wat("""
                    (module (memory 1 %d)
                      (func (export "get") (param i32) (result i32) (i32.load offset=8 (local.get 0)))
                      (func (export "put") (param i32 i32) (i32.store (local.get 0) (local.get 1)))
                      (func (export "follow") (param i32) (result i32)
                        (loop $next (br_if $next (local.tee 0 (i32.load offset=4 (local.get 0))))) (local.get 0))
                      (func (export "grow") (drop (memory.grow (i32.const %d)))))
                    """.formatted(most, most - 1));

            assertThat(failedChecks(wasm, CompileOptions.named("m").with(level))).isFalse();
            assertThat(failedChecks(wasm, CompileOptions.named("m").with(level).withMemoryBudget(1000))).isTrue();
        }
    }

    /** A processor can't make less than a page of its own inaccessible. */
    @Test
    void memoryThatEndsWithinAPageEndsThere() throws Exception {
        byte[] wasm = new Sources(folder).wat(ACCESSES.formatted("", "0"));

        assertThat(new NativeProgram(folder).run(wasm, CompileOptions.named("m").withMemoryBudget(5000), CALLS.formatted("""
                printf("%d %d", try(do_get, 4988, 0), try(do_get, 4989, 0));
                """))).isEqualTo("0 " + OUT_OF_BOUNDS);
    }

    @Test
    void faultsNearAMemoryAreItsTrapsAndOthersAreNot() throws Exception {
        assertThat(run(1, Optimization.O2, """
                uintptr_t start = (uintptr_t)memory, far = UINT64_C(1) << 32;
                printf("%d %d | ", ts_memory_out_of_bounds(start + 65536), ts_memory_out_of_bounds(start + 65535));
                printf("%d %d | ", ts_memory_out_of_bounds(start - far), ts_memory_out_of_bounds(start - far - 1));
                printf("%d %d", ts_memory_out_of_bounds(start + 3 * far - 1), ts_memory_out_of_bounds(start + 3 * far));
                """)).isEqualTo("1 0 | 1 0 | 1 0");
    }

    @Test
    void whereThereAreTooFewAddressesTheProgramSaysWhatToDo() throws Exception {
        run(1, Optimization.O2, "");

        assertThatThrownBy(() -> Program.run(folder, List.of("/bin/sh", "-c", "ulimit -v 4000000; exec ./program")))
                .isInstanceOf(IOException.class).hasMessageContaining("ulimit -v unlimited");
    }

    private static boolean failedChecks(byte[] wasm, CompileOptions options) throws CompileException {
        byte[] object = AotCompiler.compile(wasm, CodeTarget.LINUX_X86_64, options.withoutDebugInfo()).object();
        return new String(object, StandardCharsets.ISO_8859_1).contains(FAILED_CHECK);
    }

    private String run(int mostPages, Optimization level, String statements) throws Exception {
        byte[] wasm = new Sources(folder).wat(ACCESSES.formatted(mostPages, mostPages - 1));
        return new NativeProgram(folder).run(wasm, CompileOptions.named("m").with(level), CALLS.formatted(statements));
    }
}
