// SPDX-License-Identifier: EPL-2.0
/*
 * A module that loads and stores at odd addresses by instructions that fault there. What each did is compared with bytes; at
 * last it does so outside of its memory, which is a trap. A second thread uses the FPU meanwhile.
 */
#include <stddef.h>
#include <string.h>

#include "kernel/console.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"

enum { SIZE = 256, ODD = 65 };

static void initialize(void) {
}

static uint8_t memory[SIZE];
static const uint32_t memory_size = SIZE;
static const ts_module module = { "unaligned", memory, &memory_size, NULL, initialize, false };
static const ts_module other_module = { "other", NULL, NULL, NULL, initialize, false };
static ts_instance instance = { .module = &module };
static ts_instance other = { .module = &other_module };

static unsigned right;

static uint32_t word_at(const uint8_t *at) {
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static void fill(void) {
    for (unsigned i = 0; i < SIZE; i++) {
        memory[i] = (uint8_t)(i * 7 + 3);
    }
}

static void check(const char *what, bool holds) {
    if (holds) {
        right++;
    } else {
        ts_console_line("wrong: %s", what);
    }
}

/* The base register's value goes from 0 to `change`, and the words found are those at `from`, or were stored there. */
static void check_words(const char *what, const uint8_t *base, int change, const uint32_t *words, unsigned count, int from) {
    bool holds = base == memory + ODD + change;
    for (unsigned i = 0; i < count; i++) {
        holds = holds && words[i] == word_at(memory + ODD + from + 4 * (int)i);
    }
    check(what, holds);
}

/* `instruction` loads from or stores to [%0]; the words are in r4 and r8 before and afterwards. */
#define TWO_WORDS(instruction, from, change)                                                                       \
    do {                                                                                                           \
        register uint8_t *base __asm__("r1") = memory + ODD;                                                       \
        register uint32_t low __asm__("r4") = 0x11223344u;                                                         \
        register uint32_t high __asm__("r8") = 0x55667788u;                                                        \
        fill();                                                                                                    \
        __asm__ volatile(instruction : "+r"(base), "+r"(low), "+r"(high) : : "memory");                            \
        const uint32_t words[2] = { low, high };                                                                   \
        check_words(instruction, base, change, words, 2, from);                                                    \
    } while (0)

static void pairs_and_lists(void) {
    TWO_WORDS("ldrd %1, %2, [%0]", 0, 0);
    TWO_WORDS("strd %1, %2, [%0]", 0, 0);
    TWO_WORDS("ldrd %1, %2, [%0, #-20]", -20, 0);
    TWO_WORDS("strd %1, %2, [%0, #16]!", 16, 16);
    TWO_WORDS("ldrd %1, %2, [%0], #8", 0, 8);
    TWO_WORDS("strd %1, %2, [%0], #-12", 0, -12);
    TWO_WORDS("ldmia.w %0, {%1, %2}", 0, 0);
    TWO_WORDS("stmia.w %0!, {%1, %2}", 0, 8);
    TWO_WORDS("ldmdb %0, {%1, %2}", -8, 0);
    TWO_WORDS("stmdb %0!, {%1, %2}", -8, -8);
}

static void short_lists(void) {
    register uint8_t *base __asm__("r1") = memory + ODD;
    register uint32_t first __asm__("r2") = 0x01020304u, second __asm__("r3") = 0x05060708u, last __asm__("r5") = 0x090a0b0cu;
    fill();
    __asm__ volatile("stmia %0!, {%1, %2, %3}" : "+r"(base) : "r"(first), "r"(second), "r"(last) : "memory");
    const uint32_t stored[] = { 0x01020304u, 0x05060708u, 0x090a0b0cu };
    check_words("short stmia", base, 12, stored, 3, 0);
    base = memory + ODD;
    __asm__ volatile("ldmia %0!, {%1, %2, %3}" : "+r"(base), "=r"(first), "=r"(second), "=r"(last) : : "memory");
    const uint32_t loaded[] = { first, second, last };
    check_words("short ldmia", base, 12, loaded, 3, 0);
    base = memory + ODD;
    __asm__ volatile("ldmia %0, {%0, %1}" : "+r"(base), "=r"(second) : : "memory");
    check("ldmia of its own base", (uint32_t)base == 0x01020304u && second == 0x05060708u);
}

/* r12 and lr are in the exception's frame. */
static void registers_of_the_frame(void) {
    register uint8_t *base __asm__("r12") = memory + ODD;
    register uint32_t low __asm__("lr") = 0x11223344u;
    register uint32_t high __asm__("r0") = 0x55667788u;
    fill();
    __asm__ volatile("strd %1, %2, [%0], #4" : "+r"(base) : "r"(low), "r"(high) : "memory");
    const uint32_t words[2] = { 0x11223344u, 0x55667788u };
    check_words("registers of the frame", base, 4, words, 2, 0);
}

/* The condition of each instruction in the block counts, also after an access that was made good. */
static void conditional(void) {
    register uint8_t *base __asm__("r1") = memory + ODD;
    register uint32_t low __asm__("r2") = 0, high __asm__("r3") = 0, then = 0, otherwise = 0;
    fill();
    __asm__ volatile("cmp %0, %0\n\t"
                     "itete eq\n\t"
                     "ldrdeq %1, %2, [%0]\n\t"
                     "addne %4, #1\n\t"
                     "addeq %3, #1\n\t"
                     "addne %4, #1"
                     : "+r"(base), "+r"(low), "+r"(high), "+r"(then), "+r"(otherwise) : : "cc", "memory");
    const uint32_t words[2] = { low, high };
    check_words("first of a block", base, 0, words, 2, 0);
    check("conditions after it", then == 1 && otherwise == 0);
    __asm__ volatile("cmp %0, %0\n\t"
                     "ite ne\n\t"
                     "addne %3, #1\n\t"
                     "strdeq %2, %1, [%0]\n\t"
                     "add %3, #1"
                     : "+r"(base), "+r"(low), "+r"(high), "+r"(then) : : "cc", "memory");
    const uint32_t swapped[2] = { high, low };
    check_words("last of a block", base, 0, swapped, 2, 0);
    check("what follows a block", then == 2);
}

#if defined(__ARM_FP)
/* `instruction` transfers to or from [%0]; s0 to s31 have known values before, and are kept afterwards. */
#define FLOATS(instruction, first, count, from, change)                                                            \
    do {                                                                                                           \
        register uint8_t *base __asm__("r1") = memory + ODD;                                                       \
        uint32_t before[32], after[32];                                                                            \
        for (unsigned i = 0; i < 32; i++) {                                                                        \
            before[i] = 0x01010101u * (i + 1);                                                                     \
        }                                                                                                          \
        register uint32_t *values __asm__("r2") = before;                                                          \
        register uint32_t *kept __asm__("r3") = after;                                                             \
        fill();                                                                                                    \
        __asm__ volatile("vldmia %1, {s0-s31}\n\t" instruction "\n\tvstmia %2, {s0-s31}"                           \
                         : "+r"(base) : "r"(values), "r"(kept)                                                     \
                         : "memory", "d0", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "d10", "d11",     \
                           "d12", "d13", "d14", "d15");                                                            \
        check_words(instruction, base, change, after + (first), count, from);                                      \
        memcpy(before + (first), after + (first), 4 * (count));                                                    \
        check("the other registers of " instruction, memcmp(before, after, sizeof before) == 0);                   \
    } while (0)

static void floats(void) {
    FLOATS("vldr s0, [%0]", 0, 1, 0, 0);
    FLOATS("vldr s15, [%0, #8]", 15, 1, 8, 0);
    FLOATS("vldr s16, [%0, #-12]", 16, 1, -12, 0);
    FLOATS("vstr s31, [%0]", 31, 1, 0, 0);
    FLOATS("vldr d3, [%0]", 6, 2, 0, 0);
    FLOATS("vstr d12, [%0, #4]", 24, 2, 4, 0);
    FLOATS("vldmia %0!, {s13-s18}", 13, 6, 0, 24);
    FLOATS("vstmia %0, {d5-d9}", 10, 10, 0, 0);
    FLOATS("vldmdb %0!, {d7-d8}", 14, 4, -16, -16);
    FLOATS("vstmdb %0!, {s1-s3}", 1, 3, -12, -12);
}
#else
static void floats(void) {
}
#endif

static void run(ts_value *values) {
    (void)values;
    static unsigned runs;
    right = 0;
    pairs_and_lists();
    short_lists();
    registers_of_the_frame();
    conditional();
    floats();
    if (++runs == 5) {
        ts_console_line("%u are right", right);
        __asm__ volatile("ldrd r2, r3, [%0]" : : "r"(memory + SIZE - 7) : "r2", "r3", "memory");
    }
}

static void calculate(ts_value *values) {
    (void)values;
    static float sum;
    static unsigned runs;
    sum += (float)++runs;
    if (sum != (float)(runs * (runs + 1) / 2)) {
        ts_console_line("wrong: a sum on another thread");
    }
}

static ts_instance *const instances[] = { &instance, &other };
static TS_THREAD_STACK(run_stack, TS_START_STACK);
static TS_THREAD_STACK(other_stack, 1024);
static ts_thread run_thread, other_thread;
static const ts_task tasks[] = {
    { "run", &instance, run, 5, &run_thread, TS_STACK(run_stack), 10 },
    { "calculate", &other, calculate, 1, &other_thread, TS_STACK(other_stack), 11 },
};
const ts_node ts_this_node = { "unaligned", 1, instances, 2, tasks, 2, NULL, 0, NULL, 0,
                               { &run_thread, TS_STACK(run_stack), 10 } };
