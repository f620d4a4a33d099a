// SPDX-License-Identifier: EPL-2.0
/* Bare metal only: priorities, inheritance, timeouts. The module's initializer starts the threads; each reports. */
#include <stddef.h>

#include "kernel/console.h"
#include "thingspire/clock.h"
#include "thingspire/node.h"
#include "thingspire/semaphore.h"

#define MS 1000u

static ts_mutex inner, outer;
static ts_semaphore handed;
static uint64_t begin;

static void sleep_to(unsigned ms) {
    ts_thread_sleep_until(begin + ms * MS);
}

static void work_to(unsigned ms) {
    while (ts_clock_now() < begin + ms * MS) {
    }
}

/* Holds what a thread of higher priority wants, through another one that waits for it too. */
static void low(const void *argument) {
    (void)argument;
    ts_mutex_lock(&inner);
    work_to(60);
    ts_console_line("low releases");
    ts_mutex_unlock(&inner);
    work_to(400);
    ts_console_line("low ends");
}

static void chained(const void *argument) {
    (void)argument;
    sleep_to(10);
    ts_mutex_lock(&outer);
    ts_mutex_lock(&inner);
    ts_console_line("chained has both");
    ts_mutex_unlock(&inner);
    ts_mutex_unlock(&outer);
    sleep_to(150);
    ts_console_line("chained ends");
}

static void middle(const void *argument) {
    (void)argument;
    sleep_to(30);
    ts_console_line("middle starts");
    work_to(200);
    ts_console_line("middle ends");
}

static void high(const void *argument) {
    (void)argument;
    sleep_to(20);
    ts_console_line(ts_mutex_lock_until(&inner, begin + 25 * MS) ? "high has inner" : "high gave up");
    ts_mutex_lock(&outer);
    ts_console_line("high has outer");
    ts_mutex_unlock(&outer);
    ts_console_line(ts_semaphore_take(&handed, begin + 90 * MS) ? "semaphore taken" : "semaphore empty");
    ts_console_line(ts_semaphore_take(&handed, begin + 900 * MS) ? "semaphore taken" : "semaphore empty");
}

static void giver(const void *argument) {
    (void)argument;
    sleep_to(250);
    ts_semaphore_give(&handed);
    ts_console_line("giver ends");
}

static TS_THREAD_STACK(low_stack, 1024);
static TS_THREAD_STACK(chained_stack, 1024);
static TS_THREAD_STACK(middle_stack, 1024);
static TS_THREAD_STACK(high_stack, 1024);
static TS_THREAD_STACK(giver_stack, 1024);
static ts_thread low_thread, chained_thread, middle_thread, high_thread, giver_thread;

static void initialize(void) {
    begin = ts_clock_now() + 5 * MS;
    ts_thread_start(&low_thread, (ts_stack)TS_STACK(low_stack), 2, low, NULL);
    ts_thread_start(&chained_thread, (ts_stack)TS_STACK(chained_stack), 3, chained, NULL);
    ts_thread_start(&middle_thread, (ts_stack)TS_STACK(middle_stack), 5, middle, NULL);
    ts_thread_start(&high_thread, (ts_stack)TS_STACK(high_stack), 9, high, NULL);
    ts_thread_start(&giver_thread, (ts_stack)TS_STACK(giver_stack), 6, giver, NULL);
}

static const ts_module module = { "scheduler", NULL, NULL, NULL, initialize, false };
static ts_instance instance = { .module = &module };
static ts_instance *const instances[] = { &instance };
static TS_THREAD_STACK(start_stack, TS_START_STACK);
static ts_thread start_thread;
const ts_node ts_this_node = { "scheduler", 1, instances, 1, NULL, 0, NULL, 0, NULL, 0,
                               { &start_thread, TS_STACK(start_stack), TS_PRIORITY_KERNEL } };
