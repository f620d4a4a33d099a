// SPDX-License-Identifier: EPL-2.0
/* Two tasks in two modules that call each other at the same time, again and again; a third finds its module busy. */
#include <stddef.h>

#include "kernel/console.h"
#include "thingspire/clock.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"

#define NO_INLINE __attribute__((noinline))

static void initialize(void) {
}
static const ts_module left_module = { "left", NULL, NULL, NULL, initialize, false };
static const ts_module right_module = { "right", NULL, NULL, NULL, initialize, false };
static const ts_module slow_module = { "slow", NULL, NULL, NULL, initialize, false };
static ts_instance left = { .module = &left_module };
static ts_instance right = { .module = &right_module };
static ts_instance slow = { .module = &slow_module };

static void nothing(ts_value *values) {
    (void)values;
}

/* Long enough for the other task to be in its own module. */
NO_INLINE static void call(ts_instance *callee, ts_value *values) {
    ts_thread_sleep_until(ts_clock_now() + 100000);
    ts_gate_call(callee, nothing, values);
    __asm__ volatile("");
}

static void call_right(ts_value *values) {
    call(&right, values);
    ts_console_line("left has called right");
}

static void call_left(ts_value *values) {
    call(&left, values);
    ts_console_line("right has called left");
}

static void take_long(ts_value *values) {
    (void)values;
    ts_thread_sleep_until(ts_clock_now() + TS_BUSY_MS * 2500);
    ts_console_line("slow has ended");
}

static void be_quick(ts_value *values) {
    (void)values;
    ts_console_line("slow was free");
}

static ts_instance *const instances[] = { &left, &right, &slow };
static TS_THREAD_STACK(left_stack, TS_START_STACK);
static TS_THREAD_STACK(right_stack, 1024);
static TS_THREAD_STACK(slow_stack, 1024);
static TS_THREAD_STACK(quick_stack, 1024);
static ts_thread left_thread, right_thread, slow_thread, quick_thread;
static const ts_task tasks[] = {
    { "left", &left, call_right, 50, &left_thread, TS_STACK(left_stack), 10 },
    { "right", &right, call_left, 50, &right_thread, TS_STACK(right_stack), 11 },
    { "slow", &slow, take_long, 0, &slow_thread, TS_STACK(slow_stack), 12 },
    { "quick", &slow, be_quick, 400, &quick_thread, TS_STACK(quick_stack), 13 },
};
const ts_node ts_this_node = { "busy", 1, instances, 3, tasks, 4, NULL, 0, NULL, 0,
                               { &left_thread, TS_STACK(left_stack), 10 } };
