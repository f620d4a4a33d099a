// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "thingspire_host.h" /* made of the WIT files of the runtime: ts_clock_now, ts_log_write and others */

/* What a module written in C includes: how it names what it exports and imports, and what the runtime offers it. */

/* Makes a function callable from outside, under an interface and a name: TS_EXPORT("house:climate/probe#read"). */
#define TS_EXPORT(name) __attribute__((export_name(name)))

/* Declares a function of another module, wherever that runs: TS_IMPORT("house:climate/probe", "read") float read(void); */
#define TS_IMPORT(interface, name) __attribute__((import_module(interface), import_name(name)))

/*
 * Prints one line on the node's console: printf with %d %u %x %c %s %f %%, a width, and a precision for %f (6 if none, 9
 * at most) and %s. Lines are cut after TS_LOG_LENGTH bytes. Numbers of %f beyond +-9e18 are printed as "big".
 */
#define TS_LOG_LENGTH 120
__attribute__((format(printf, 1, 2))) void ts_log(const char *format, ...);
