// SPDX-License-Identifier: EPL-2.0
/* A node whose module `faulty` traps in another way at each step; its neighbor counts on. Modules are written by hand. */
#include <stddef.h>

#include "thingspire/invocation.h"
#include "host.h"
#include "thingspire/node.h"
#include "trap.h"

#define NO_INLINE __attribute__((noinline))

static void initialize(void) {
}

/* What C in WebAssembly keeps its stack by; as little as two invocations take away. */
enum { STACK = 128, FRAME = 64 };
static uint32_t faulty_stack = STACK, callee_stack = STACK;

static uint8_t faulty_memory[64] = "still running";
static const uint32_t faulty_memory_size = sizeof faulty_memory;
static const ts_module faulty_module = { "faulty", faulty_memory, &faulty_memory_size, &faulty_stack, initialize, false };
static const ts_module callee_module = { "callee", NULL, NULL, &callee_stack, initialize, false };
static ts_instance faulty = { .module = &faulty_module };
static ts_instance callee = { .module = &callee_module };

static void step(ts_value *values);

static void callee_traps(ts_value *values) {
    (void)values;
    callee_stack -= FRAME;
    TRAP(1);
}

NO_INLINE static void wiring_back(ts_value *values) {
    ts_gate_call(&faulty, step, values);
}

static void callee_calls_back(ts_value *values) {
    callee_stack -= FRAME;
    wiring_back(values);
    __asm__ volatile("");
}

static void callee_exits(ts_value *values) {
    (void)values;
    ts_wasi_proc_exit(TS_CALLER(&callee), 0);
}

static void callee_adds(ts_value *values) {
    values[0].i32 = values[0].i32 + values[1].i32;
}

/* Stand for imports: they return into the calling module, so nobody may call them in tail position. */
NO_INLINE static void wiring_log(uint32_t text, uint32_t length) {
    ts_host_log_write(TS_CALLER(&faulty), text, length);
}

NO_INLINE static void wiring_callee(ts_entry entry, ts_value *values) {
    ts_gate_call(&callee, entry, values);
}

#define NOT_TAIL(call) do { call; __asm__ volatile(""); } while (0)
#define import_log(text, length) NOT_TAIL(wiring_log(text, length))
#define import_callee(entry, values) NOT_TAIL(wiring_callee(entry, values))

static volatile unsigned depth;

NO_INLINE static unsigned recurse(unsigned n, float x) {
    volatile float keep[4] = { x, x + 1, x + 2, x + 3 };
    depth = n;
    return n == 1000000 ? n : recurse(n + 1, x + 4) + (unsigned)keep[n % 4];
}

/* Deep recursion that ends in a host function: the kernel must not run out of stack with its locks held. */
NO_INLINE static unsigned recurse_and_log(unsigned n) {
    volatile unsigned keep = n;
    import_log(64, 0);
    return n == 1000000 ? n : recurse_and_log(n + 1) + keep;
}

static void fault(void) {
#if defined(__x86_64__)
    *(volatile int *)16 = 1;
#else
    *(volatile int *)0xd0000000 = 1;
#endif
}

static void divide_in_hardware(void) {
    volatile int zero = 0;
    volatile int result = 7 / zero;
    (void)result;
}

/* Leaves less stack than an interrupt needs, and waits for one: the processor can't even push its frame. */
static void be_interrupted_at_the_edge(void) {
#if !defined(__x86_64__)
    __asm__ volatile("mov sp, %0\n1: b 1b" ::"r"(ts_thread_self()->stack_limit + 8));
#endif
}

static unsigned steps;

static void step(ts_value *values) {
    faulty_stack -= FRAME;
    ts_value arguments[2] = { { .i32 = 40 }, { .i32 = 2 } };
    switch (steps++) {
    case 0:
        TRAP(2);
        break;
    case 1:
        import_log(60, 5);
        break;
    case 2:
        values[0].i32 = recurse(0, 1.5f);
        break;
    case 3:
        import_callee(callee_traps, arguments);
        break;
    case 4:
        import_callee(callee_calls_back, arguments);
        break;
    case 5:
        fault();
        break;
    case 6:
        divide_in_hardware();
        break;
    case 7:
        values[0].i32 = recurse_and_log(0);
        break;
    case 8:
        import_callee(callee_exits, arguments);
        break;
    case 9:
        ts_wasi_proc_exit(TS_CALLER(&faulty), 3);
        break;
    case 10:
        be_interrupted_at_the_edge();
        break;
    case 11:
        import_callee(callee_adds, arguments);
        if (arguments[0].i32 == 42 && faulty_stack == STACK - FRAME && callee_stack == STACK) {
            import_log(0, 13);
        }
        break;
    }
    faulty_stack += FRAME;
}

static uint8_t neighbor_memory[16] = "neighbor";
static const uint32_t neighbor_memory_size = sizeof neighbor_memory;
static const ts_module neighbor_module = { "neighbor", neighbor_memory, &neighbor_memory_size, NULL, initialize, false };
static ts_instance neighbor = { .module = &neighbor_module };

/* Uses the FPU all the time, so that its registers are switched. */
static void count(ts_value *values) {
    (void)values;
    static float sum;
    static unsigned runs;
    float expected = 0;
    for (unsigned i = 0; i <= runs; i++) {
        expected += (float)i * 0.5f;
    }
    sum += (float)runs * 0.5f;
    if (sum == expected && ++runs % 50 == 0) {
        ts_host_log_write(TS_CALLER(&neighbor), 0, 8);
    }
}

static ts_instance *const instances[] = { &faulty, &callee, &neighbor };
static TS_THREAD_STACK(step_stack, TS_START_STACK);
static TS_THREAD_STACK(count_stack, 1024);
static ts_thread step_thread, count_thread;
static const ts_task tasks[] = {
    { "step", &faulty, step, 20, &step_thread, TS_STACK(step_stack), 10 },
    { "count", &neighbor, count, 3, &count_thread, TS_STACK(count_stack), 11 },
};
const ts_node ts_this_node = { "traps", 1, instances, 3, tasks, 2, NULL, 0, NULL, 0,
                               { &step_thread, TS_STACK(step_stack), 10 } };
