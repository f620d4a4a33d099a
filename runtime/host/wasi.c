// SPDX-License-Identifier: EPL-2.0
/* What WASI preview 1 has for a program itself: its arguments, environment, clocks, random numbers and end. */
#include "host/wasi.h"

#include "kernel/console.h"
#include "kernel/invocation.h"
#include "kernel/port.h"
#include "thingspire/clock.h"

enum { WASI_REALTIME = 0, WASI_MONOTONIC = 1 };

/* The clock of a node counts microseconds. */
#define RESOLUTION_NS 1000u

/* One argument, as every program has: its name. */
uint32_t ts_wasi_args_sizes_get(ts_caller caller, uint32_t count, uint32_t size) {
    ts_wasi_store_u32(caller, count, 1);
    ts_wasi_store_u32(caller, size, (uint32_t)strlen(caller.instance->module->name) + 1);
    return WASI_SUCCESS;
}

uint32_t ts_wasi_args_get(ts_caller caller, uint32_t pointers, uint32_t text) {
    const char *name = caller.instance->module->name;
    ts_wasi_store_u32(caller, pointers, text);
    ts_wasi_store(caller, text, name, (uint32_t)strlen(name) + 1);
    return WASI_SUCCESS;
}

/* No variables: what stands in the environment of a process is none of a module's business. */
uint32_t ts_wasi_environ_sizes_get(ts_caller caller, uint32_t count, uint32_t size) {
    ts_wasi_store_u32(caller, count, 0);
    ts_wasi_store_u32(caller, size, 0);
    return WASI_SUCCESS;
}

uint32_t ts_wasi_environ_get(ts_caller caller, uint32_t pointers, uint32_t text) {
    (void)caller;
    (void)pointers;
    (void)text;
    return WASI_SUCCESS;
}

static bool is_clock(uint32_t clock) {
    return clock == WASI_REALTIME || clock == WASI_MONOTONIC;
}

uint32_t ts_wasi_clock_res_get(ts_caller caller, uint32_t clock, uint32_t resolution) {
    if (!is_clock(clock)) {
        return WASI_INVAL;
    }
    ts_wasi_store_u64(caller, resolution, RESOLUTION_NS);
    return WASI_SUCCESS;
}

/* Both clocks count from the node's start, where there is no calendar. */
uint32_t ts_wasi_clock_time_get(ts_caller caller, uint32_t clock, uint64_t precision, uint32_t time) {
    (void)precision;
    if (!is_clock(clock)) {
        return WASI_INVAL;
    }
    uint64_t nanoseconds = clock == WASI_REALTIME ? ts_port_calendar() : 0;
    if (nanoseconds == 0) {
        nanoseconds = ts_clock_now() * 1000;
    }
    ts_wasi_store_u64(caller, time, nanoseconds);
    return WASI_SUCCESS;
}

uint32_t ts_wasi_random_get(ts_caller caller, uint32_t bytes, uint32_t length) {
    return ts_port_entropy(ts_host_memory(caller, bytes, length), length) ? WASI_SUCCESS : WASI_NOSYS;
}

/* Other modules run anyway: threads are preempted. */
uint32_t ts_wasi_sched_yield(ts_caller caller) {
    (void)caller;
    return WASI_SUCCESS;
}

_Noreturn void ts_wasi_proc_exit(ts_caller caller, uint32_t code) {
    ts_stack_check(caller.site);
    if (code != 0) {
        ts_console_line("%s: exit code %u", caller.instance->module->name, (unsigned)code);
    }
    ts_trap_raise_from(TS_TRAP_EXIT, code == 0 ? NULL : "proc_exit", caller.site);
}
