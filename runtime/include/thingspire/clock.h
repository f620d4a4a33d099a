// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

/* A point in time that never comes: wait without limit. */
#define TS_NEVER UINT64_MAX

/* Microseconds since the node started. Never runs backwards; callable from any thread and interrupt handler. */
uint64_t ts_clock_now(void);
