// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

/* What a module written in C includes: how it names what it exports and imports, and what the runtime offers it. */

/* Makes a function callable from outside, under an interface and a name: TS_EXPORT("house:climate/probe#read"). */
#define TS_EXPORT(name) __attribute__((export_name(name)))

/* Declares a function of another module, wherever that runs: TS_IMPORT("house:climate/probe", "read") float read(void); */
#define TS_IMPORT(interface, name) __attribute__((import_module(interface), import_name(name)))

/* Microseconds since the node started. */
TS_IMPORT("thingspire:host/clock", "now") uint64_t ts_clock_now(void);

/* How many samples of a sensor's channel wait to be read. Traps if the board has no such channel. */
TS_IMPORT("thingspire:host/sensor", "pending") int32_t ts_sensor_pending(int32_t channel);

/* The oldest sample that was not read yet; if all were, the latest again. */
TS_IMPORT("thingspire:host/sensor", "read") float ts_sensor_read(int32_t channel);

/* Switches an output of the board; value 0 is off. Traps if the board has no such channel. */
TS_IMPORT("thingspire:host/output", "set") void ts_output_set(int32_t channel, int32_t value);

TS_IMPORT("thingspire:host/output", "get") int32_t ts_output_get(int32_t channel);

/* Prints `length` bytes as one line on the node's console. */
TS_IMPORT("thingspire:host/log", "write") void ts_log_write(const char *text, size_t length);

/*
 * Prints one line on the node's console: printf with %d %u %x %c %s %f %%, a width, and a precision for %f (6 if none, 9
 * at most) and %s. Lines are cut after TS_LOG_LENGTH bytes. Numbers of %f beyond +-9e18 are printed as "big".
 */
#define TS_LOG_LENGTH 120
__attribute__((format(printf, 1, 2))) void ts_log(const char *format, ...);
