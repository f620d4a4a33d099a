// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

/* WASI's number for what the host's `errno` says (host/errno.h). */
uint32_t ts_host_error(void);

/* The same if `result` is negative, else success. */
static inline uint32_t ts_host_outcome(long result) {
    return result < 0 ? ts_host_error() : 0;
}
