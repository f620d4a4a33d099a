// SPDX-License-Identifier: EPL-2.0
/* Prints what a call through a gate to an empty function costs; run with QEMU's -icount, so that time counts instructions. */
#include <stddef.h>

#include "kernel/console.h"
#include "thingspire/clock.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"

enum { CALLS = 20000 };

static void initialize(void) {
}
static const ts_module caller_module = { "caller", NULL, NULL, NULL, initialize, false };
static const ts_module callee_module = { "callee", NULL, NULL, NULL, initialize, false };
static ts_instance caller = { .module = &caller_module };
static ts_instance callee = { .module = &callee_module };

static void nothing(ts_value *values) {
    (void)values;
}

static void measure(ts_value *values) {
    (void)values;
    ts_value none[1];
    uint64_t begin = ts_clock_now();
    for (unsigned i = 0; i < CALLS; i++) {
        ts_gate_call(&callee, nothing, none);
    }
    uint64_t end = ts_clock_now();
    ts_console_line("gate: %u ns", (unsigned)((end - begin) * 1000 / CALLS));
}

static ts_instance *const instances[] = { &caller, &callee };
static TS_THREAD_STACK(measure_stack, TS_START_STACK);
static ts_thread measure_thread;
static const ts_task tasks[] = { { "measure", &caller, measure, 0, &measure_thread, TS_STACK(measure_stack), 10 } };
const ts_node ts_this_node = { "gate_cost", 1, instances, 2, tasks, 1, NULL, 0, NULL, 0,
                               { &measure_thread, TS_STACK(measure_stack), 10 } };
