// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

#include "thingspire/caller.h"
#include "thingspire/wasi.h"

/*
 * The functions that modules import from the host. host/interfaces.json lists them for the Composer; module authors
 * see them in sdk/include/thingspire.h. Pointers are offsets into the caller's linear memory. WASI has a header of its own.
 */

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
