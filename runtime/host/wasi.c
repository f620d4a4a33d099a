// SPDX-License-Identifier: EPL-2.0
/*
 * The part of WASI preview 1 (wasi_snapshot_preview1.witx) that ordinary C programs need to start, print and end.
 * Error numbers are those of its `errno`.
 */
#include <string.h>

#include "core/console.h"
#include "core/gate.h"
#include "core/port.h"
#include "host/memory.h"
#include "thingspire/clock.h"

enum { WASI_SUCCESS = 0, WASI_BADF = 8, WASI_INVAL = 28, WASI_NOSYS = 52 };
enum { WASI_STDOUT = 1, WASI_STDERR = 2 };
enum { WASI_REALTIME = 0, WASI_MONOTONIC = 1 };

typedef struct vector {
    uint32_t pointer;
    uint32_t length;
} vector;

/* Linear memory is little-endian, as are all our targets; addresses in it need not be aligned. */
static void store_u32(ts_caller caller, uint32_t pointer, uint32_t value) {
    memcpy(ts_host_memory(caller, pointer, sizeof value), &value, sizeof value);
}

uint32_t ts_fd_write(ts_caller caller, uint32_t fd, uint32_t vectors, uint32_t count, uint32_t written) {
    if (fd != WASI_STDOUT && fd != WASI_STDERR) {
        return WASI_BADF;
    }
    uint32_t total = 0;
    for (uint32_t i = 0; i < count; i++, vectors += sizeof(vector)) {
        vector each;
        memcpy(&each, ts_host_memory(caller, vectors, sizeof each), sizeof each);
        ts_console_text((const char *)ts_host_memory(caller, each.pointer, each.length), each.length);
        total += each.length;
    }
    store_u32(caller, written, total);
    return WASI_SUCCESS;
}

/* Both clocks count from the node's start: it has no calendar. */
uint32_t ts_clock_time_get(ts_caller caller, uint32_t clock, uint64_t precision, uint32_t time) {
    (void)precision;
    if (clock != WASI_REALTIME && clock != WASI_MONOTONIC) {
        return WASI_INVAL;
    }
    uint64_t nanoseconds = ts_clock_now() * 1000;
    memcpy(ts_host_memory(caller, time, sizeof nanoseconds), &nanoseconds, sizeof nanoseconds);
    return WASI_SUCCESS;
}

uint32_t ts_random_get(ts_caller caller, uint32_t bytes, uint32_t length) {
    return ts_port_entropy(ts_host_memory(caller, bytes, length), length) ? WASI_SUCCESS : WASI_NOSYS;
}

void ts_proc_exit(ts_caller caller, uint32_t code) {
    ts_stack_check(caller.site);
    if (code != 0) {
        ts_console_line("%s: exit code %u", caller.instance->module->name, (unsigned)code);
    }
    ts_trap_raise_from(TS_TRAP_EXIT, code == 0 ? NULL : "proc_exit", caller.site);
}

uint32_t ts_empty_list_sizes(ts_caller caller, uint32_t count, uint32_t size) {
    store_u32(caller, count, 0);
    store_u32(caller, size, 0);
    return WASI_SUCCESS;
}

uint32_t ts_wasi_args_get(ts_instance *caller, uint32_t pointers, uint32_t text) {
    (void)caller;
    (void)pointers;
    (void)text;
    return WASI_SUCCESS;
}

uint32_t ts_wasi_environ_get(ts_instance *caller, uint32_t pointers, uint32_t text) {
    (void)caller;
    (void)pointers;
    (void)text;
    return WASI_SUCCESS;
}
