// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>
#include <time.h>

/* Makes now the node's start. Before any other use of the clock. */
void ts_clock_start(void);

/* The host's monotonic time that is `time` (see clock.h, not TS_NEVER) on the node's clock. */
struct timespec ts_host_time(uint64_t time);
