// SPDX-License-Identifier: EPL-2.0
/* A fault outside of all modules: the node stops. */
#include <stddef.h>

#include "thingspire/clock.h"
#include "thingspire/node.h"

static void faulty(const void *argument) {
    (void)argument;
    ts_thread_sleep_until(ts_clock_now() + 50000);
    *(volatile int *)0xd0000000 = 1;
}

static TS_THREAD_STACK(stack, 1024);
static ts_thread thread;

static void initialize(void) {
    ts_thread_start(&thread, (ts_stack)TS_STACK(stack), 5, faulty, NULL);
}

static const ts_module module = { "starter", NULL, NULL, NULL, initialize, false };
static ts_instance starter = { .module = &module };
static ts_instance *const instances[] = { &starter };
static TS_THREAD_STACK(start_stack, TS_START_STACK);
static ts_thread start_thread;
const ts_node ts_this_node = { "failure", 1, instances, 1, NULL, 0, NULL, 0, NULL, 0,
                               { &start_thread, TS_STACK(start_stack), TS_PRIORITY_KERNEL } };
