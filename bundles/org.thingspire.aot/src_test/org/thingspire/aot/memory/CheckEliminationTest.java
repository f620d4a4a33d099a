// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.testing.MachineCode;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Sources;

/** Checks of memory accesses are there where they can fail, once, and nowhere else. */
class CheckEliminationTest {

    private static final int ELF_HEADER_BYTES = 52;

    private static final String GROWTH = """
            __attribute__((export_name("grow"))) unsigned long grow(void) { return __builtin_wasm_memory_grow(0, 1); }
            """;

    @TempDir
    private Path folder;

    @Test
    void aLoopOverAnArrayNeedsNoCheck() throws Exception {
        assertThat(checks("""
                static int numbers[300];
                __attribute__((export_name("f"))) int f(void) {
                    int sum = 0;
                    for (int i = 0; i < 300; i++) { numbers[i] ^= sum; sum += numbers[i]; }
                    return sum;
                }
                """)).isZero();
    }

    @Test
    void anIndexThatOtherVariablesBoundNeedsNoCheck() throws Exception {
        assertThat(checks("""
                static int numbers[200];
                __attribute__((export_name("f"))) void f(void) {
                    for (int end = 199; end > 0; end--) {
                        int sum = 0;
                        #pragma clang loop unroll(disable)
                        for (int i = 0; i < end; i++) { sum = sum * 31 + numbers[i] * numbers[i + 1]; }
                        numbers[end] = sum;
                    }
                }
                """)).isZero();
    }

    @Test
    void aLoopInStepsThatEndsWhereItsCounterIsEqualToABoundNeedsNoCheck() throws Exception {
        assertThat(checks("""
                static int numbers[300];
                __attribute__((export_name("f"))) int f(void) {
                    int sum = 0;
                    #pragma clang loop unroll(disable)
                    for (unsigned i = 0; i != 300; i += 2) { numbers[i * i / 299] ^= sum; sum += numbers[i]; }
                    return sum;
                }
                """)).isZero();
    }

    @Test
    void whatMemoryHasFromTheStartNeedsNoCheckThoughItCanGrow() throws Exception {
        String memory = "(memory 1 2) (func (export \"grow\") (result i32) (memory.grow (i32.const 1)))";
        String load = "(func (export \"f\") (param i32) (result i32) (i32.load offset=%d (i32.and (local.get 0) (i32.const 0xff))))";

        assertThat(checks(new Sources(folder).wat("(module " + memory + load.formatted(65_536 - 0xff - 4) + ")"))).isZero();
        assertThat(checks(new Sources(folder).wat("(module " + memory + load.formatted(65_536 - 0xff - 3) + ")"))).isEqualTo(1);
    }

    @Test
    void fieldsThatAreReadTogetherAreCheckedTogether() throws Exception {
        assertThat(checks("""
                struct point { int x, y, z, w; };
                __attribute__((export_name("f"))) int f(struct point *p) { return p->x * p->y + p->z * p->w; }
                """)).isEqualTo(1);
    }

    @Test
    void fieldsOfTwoStructuresThatAreReadInTurnsAreCheckedTogetherAsWell() throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module (memory 1)
                  (func (export "f") (param i32 i32) (result i32)
                    (i32.xor (i32.mul (i32.load (local.get 0)) (i32.load (local.get 1)))
                      (i32.mul (i32.load offset=4 (local.get 0)) (i32.load offset=4 (local.get 1))))))
                """);

        assertThat(checks(wasm)).isEqualTo(2);
    }

    @Test
    void checksOfMemoryThatCanGrowAreJoinedAsWell() throws Exception {
        String text = """
                (module (memory 1 2)
                  (func (export "f") (param i32) (result i32)
                    (i32.add (i32.load (local.get 0)) (i32.load offset=4 (local.get 0))))
                  (func (export "grown") (param i32) (result i32)
                    (i32.load (local.get 0)) (drop (memory.grow (i32.const 1))) (i32.add (i32.load offset=4 (local.get 0)))))
                """;

        assertThat(checks(new Sources(folder).wat(text))).isEqualTo(1 + 2);
    }

    @Test
    void aSingleWriteBetweenKeepsTheSecondCheckWhereItIs() throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module (memory 1)
                  (func (export "f") (param i32)
                    (i32.store (local.get 0) (i32.const 1))
                    (i32.store offset=4 (local.get 0) (i32.const 2))))
                """);

        assertThat(checks(wasm)).isEqualTo(2);
    }

    @Test
    void whatIsWrittenToOneStructureIsCheckedOnceBeforeUnlessCodeMayNotGrow() throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module (memory 1)
                  (func (export "f") (param i32)
                    (i32.store (local.get 0) (i32.const 1))
                    (i32.store offset=4 (local.get 0) (i32.const 2))
                    (i32.store offset=8 (local.get 0) (i32.const 3))
                    (i32.store offset=12 (local.get 0) (i32.const 4))))
                """);

        assertThat(checks(wasm, Optimization.Os)).isEqualTo(4);
        assertThat(branchesBeforeReturn(wasm)).isEqualTo(1);
    }

    @Test
    void aRoundOfAWalkAlongAListHasOneComparisonForNullAndLimit() throws Exception {
        String source = """
                struct node { struct node *next; int value; };
                __attribute__((export_name("total"))) int total(struct node *list) {
                    int sum = 0;
                    for (; list != 0; list = list->next) { sum += list->value; }
                    return sum;
                }
                """;

        assertThat(branchesOfFirstLoop(new Sources(folder).c("walk.c", source, "-O1"))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAFailedAccessLeavesBehindIsTheSameAtEveryLevel(boolean memoryGrows) throws Exception {
        byte[] wasm = new Sources(folder).c("edge.c", """
                struct pair { int first, second; };
                __attribute__((export_name("swap"))) void swap(struct pair *p) {
                    int old = p->first;
                    p->first = p->second;
                    p->second = old;
                }
                __attribute__((export_name("fill"))) void fill(int *at, int *end) {
                    while (at != end) { *at++ = 7; }
                }
                __attribute__((export_name("down"))) void down(int *at, int count) {
                    while (count-- > 0) { at[-1] = at[0]; at--; }
                }
                __attribute__((export_name("get"))) int get(int *at) { return *at; }
                __attribute__((export_name("spread"))) void spread(int *at, const unsigned char *from) {
                    at[2] = from[0]; at[0] = from[1]; at[1] = from[2]; at[3] = from[3];
                }
                struct node { struct node *next; int value; };
                __attribute__((export_name("total"))) int total(struct node *list) {
                    int sum = 0;
                    for (; list != 0; list = list->next) { sum += list->value; list->value = 1; }
                    return sum;
                }
                __attribute__((export_name("put"))) void put(int *at, int value) { *at = value; }
                """ + (memoryGrows ? GROWTH : ""), "-O1");
        for (Optimization level : Optimization.values()) {
            String output = new NativeProgram(folder).run(wasm, CompileOptions.named("m").with(level), """
                    extern void initialize(void) __asm__("m.initialize");
                    extern void swap(uint32_t) __asm__("m.export.swap");
                    extern void fill(uint32_t, uint32_t) __asm__("m.export.fill");
                    extern void down(uint32_t, uint32_t) __asm__("m.export.down");
                    extern uint32_t get(uint32_t) __asm__("m.export.get");
                    extern void spread(uint32_t, uint32_t) __asm__("m.export.spread");
                    extern uint32_t total(uint32_t) __asm__("m.export.total");
                    extern void put(uint32_t, uint32_t) __asm__("m.export.put");
                    __attribute__((weak)) uint32_t grow(void) __asm__("m.export.grow");
                    extern uint32_t size __asm__("m.memory.size");
                    static uint32_t a, b;
                    static void do_swap(void) { swap(a); }
                    static void do_fill(void) { fill(a, b); }
                    static void do_down(void) { down(a, b); }
                    static void do_spread(void) { spread(a, 16); }
                    static void do_total(void) { b = total(a); }
                    int main(void) {
                        initialize();
                        if (grow && grow() == (uint32_t)-1) { printf("not grown"); }
                        fill(size - 16, size - 4);
                        a = size - 8; printf("%d", trapped(do_swap)); printf(" %u %u,", get(size - 8), get(size - 4));
                        a = size - 4; printf("%d", trapped(do_swap)); printf(" %u,", get(size - 4));
                        a = size; printf("%d,", trapped(do_swap));
                        a = (uint32_t)-4; printf("%d,", trapped(do_swap));
                        a = size - 8; b = size + 8; printf("%d", trapped(do_fill)); printf(" %u %u,", get(size - 8), get(size - 4));
                        a = 8; b = 3; fill(8, 12); printf("%d", trapped(do_down)); printf(" %u %u,", get(0), get(4));
                        for (int i = -16; i <= -4; i += 4) {
                            fill(16, 20); fill(size - 16, size);
                            a = size + i; printf("%d", trapped(do_spread)); printf(" %u %u %u %u,",
                                    get(size - 16), get(size - 12), get(size - 8), get(size - 4));
                        }
                        a = (uint32_t)-8; printf("%d", trapped(do_spread)); printf(" %u;", get(0));
                        uint32_t ends[] = { 0, size - 8, size - 7, size, (uint32_t)-1 };
                        for (int i = 0; i < 5; i++) {
                            put(size - 8, 0); put(size - 4, 30); put(32, ends[i]); put(36, 5); a = 32; b = 0;
                            printf("%d", trapped(do_total)); printf(" %u %u %u,", b, get(36), get(size - 4));
                        }
                        a = 0; printf("%d", trapped(do_total)); printf(" %u", b);
                        return 0;
                    }
                    """);
            assertThat(output).as("at %s", level).isEqualTo("0 0 7,5 7,5,5,5 7 7,5 7 7,"
                    + "0 0 0 7 0,5 7 0 0 7,5 7 7 7 7,5 7 7 7 7,5 7;"
                    + "0 5 1 30,0 35 1 1,5 0 1 30,5 0 1 30,5 0 1 30,0 0");
        }
    }

    private int checks(String source) throws Exception {
        return checks(new Sources(folder).c("checked.c", source, "-O2"));
    }

    private static int checks(byte[] wasm) throws Exception {
        return checks(wasm, Optimization.O2);
    }

    private static int checks(byte[] wasm, Optimization level) throws Exception {
        byte[] object = MachineCode.of(wasm, level);
        int count = 0;
        for (int i = 0; i + 1 < object.length; i += 2) {
            count += halfword(object, i) == (0xde00 | TrapKind.OUT_OF_BOUNDS_MEMORY.number()) ? 1 : 0;
        }
        return count;
    }

    /** Conditional branches in the first function until it returns: B and BX in their encodings T1. */
    private static int branchesBeforeReturn(byte[] wasm) throws Exception {
        byte[] object = MachineCode.of(wasm, Optimization.O2);
        int count = 0;
        for (int i = ELF_HEADER_BYTES; halfword(object, i) != 0x4770; i += 2) {
            count += halfword(object, i) >> 12 == 0xd ? 1 : 0;
        }
        return count;
    }

    /** Conditional branches, in their encoding T1, from where the first one that goes back leads to. */
    private static int branchesOfFirstLoop(byte[] wasm) throws Exception {
        byte[] object = MachineCode.of(wasm, Optimization.O2);
        int end = ELF_HEADER_BYTES;
        while (halfword(object, end) >> 12 != 0xd || object[end] >= 0) {
            end += 2;
        }
        int count = 0;
        for (int i = end + 4 + 2 * object[end]; i <= end; i += 2) {
            count += halfword(object, i) >> 12 == 0xd ? 1 : 0;
        }
        return count;
    }

    private static int halfword(byte[] code, int offset) {
        return code[offset] & 0xff | (code[offset + 1] & 0xff) << 8;
    }
}
