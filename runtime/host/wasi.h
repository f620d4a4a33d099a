// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <string.h>

#include "host/errno.h"
#include "host/memory.h"

/* What the functions of WASI have in common. Linear memory is little-endian, as are all our targets; addresses need not be aligned. */

static inline void ts_wasi_store(ts_caller caller, uint32_t pointer, const void *value, uint32_t length) {
    memcpy(ts_host_memory(caller, pointer, length), value, length);
}

static inline void ts_wasi_store_u32(ts_caller caller, uint32_t pointer, uint32_t value) {
    ts_wasi_store(caller, pointer, &value, sizeof value);
}

static inline void ts_wasi_store_u64(ts_caller caller, uint32_t pointer, uint64_t value) {
    ts_wasi_store(caller, pointer, &value, sizeof value);
}
