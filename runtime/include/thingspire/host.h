// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

#include "thingspire/instance.h"

/*
 * The functions that modules import from the host. host/interfaces.json lists them for the Composer; module authors
 * see them in sdk/include/thingspire.h. Pointers are offsets into the caller's linear memory.
 *
 * Those that can trap are inline here: so they learn the address in the module they were called from, which the
 * console's report needs to name the source line.
 */
typedef struct ts_caller {
    ts_instance *instance;
    const void *site;                  /* where the call returns to */
} ts_caller;

#define TS_CALLER(instance) ((ts_caller){ (instance), __builtin_return_address(0) })
#define TS_HOST static inline __attribute__((always_inline))

/* thingspire:host/log */
void ts_log_write(ts_caller caller, uint32_t text, uint32_t length);

TS_HOST void ts_host_log_write(ts_instance *caller, uint32_t text, uint32_t length) {
    ts_log_write(TS_CALLER(caller), text, length);
}

/* thingspire:host/clock */
uint64_t ts_host_clock_now(ts_instance *caller);

/* thingspire:host/sensor */
uint32_t ts_sensor_pending(ts_caller caller, uint32_t channel);
float ts_sensor_read(ts_caller caller, uint32_t channel);

TS_HOST uint32_t ts_host_sensor_pending(ts_instance *caller, uint32_t channel) {
    return ts_sensor_pending(TS_CALLER(caller), channel);
}

TS_HOST float ts_host_sensor_read(ts_instance *caller, uint32_t channel) {
    return ts_sensor_read(TS_CALLER(caller), channel);
}

/* thingspire:host/output */
void ts_output_set(ts_caller caller, uint32_t channel, uint32_t value);
uint32_t ts_output_get(ts_caller caller, uint32_t channel);

TS_HOST void ts_host_output_set(ts_instance *caller, uint32_t channel, uint32_t value) {
    ts_output_set(TS_CALLER(caller), channel, value);
}

TS_HOST uint32_t ts_host_output_get(ts_instance *caller, uint32_t channel) {
    return ts_output_get(TS_CALLER(caller), channel);
}

/* wasi_snapshot_preview1 */
uint32_t ts_fd_write(ts_caller caller, uint32_t fd, uint32_t vectors, uint32_t count, uint32_t written);
uint32_t ts_clock_time_get(ts_caller caller, uint32_t clock, uint64_t precision, uint32_t time);
uint32_t ts_random_get(ts_caller caller, uint32_t bytes, uint32_t length);
_Noreturn void ts_proc_exit(ts_caller caller, uint32_t code);
uint32_t ts_empty_list_sizes(ts_caller caller, uint32_t count, uint32_t size);

TS_HOST uint32_t ts_wasi_fd_write(ts_instance *caller, uint32_t fd, uint32_t vectors, uint32_t count, uint32_t written) {
    return ts_fd_write(TS_CALLER(caller), fd, vectors, count, written);
}

TS_HOST uint32_t ts_wasi_clock_time_get(ts_instance *caller, uint32_t clock, uint64_t precision, uint32_t time) {
    return ts_clock_time_get(TS_CALLER(caller), clock, precision, time);
}

TS_HOST uint32_t ts_wasi_random_get(ts_instance *caller, uint32_t bytes, uint32_t length) {
    return ts_random_get(TS_CALLER(caller), bytes, length);
}

_Noreturn TS_HOST void ts_wasi_proc_exit(ts_instance *caller, uint32_t code) {
    ts_proc_exit(TS_CALLER(caller), code);
}

TS_HOST uint32_t ts_wasi_args_sizes_get(ts_instance *caller, uint32_t count, uint32_t size) {
    return ts_empty_list_sizes(TS_CALLER(caller), count, size);
}

TS_HOST uint32_t ts_wasi_environ_sizes_get(ts_instance *caller, uint32_t count, uint32_t size) {
    return ts_empty_list_sizes(TS_CALLER(caller), count, size);
}

/* An empty list: nothing is written. */
uint32_t ts_wasi_args_get(ts_instance *caller, uint32_t pointers, uint32_t text);
uint32_t ts_wasi_environ_get(ts_instance *caller, uint32_t pointers, uint32_t text);
