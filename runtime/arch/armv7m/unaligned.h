// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "exception.h"

/*
 * WebAssembly's accesses to memory say how their address is probably aligned. Compiled code trusts that: it takes instructions
 * that fault where it is not so (ARM DDI 0403, A3.2.1). Then the access is done here, and the thread goes on after it.
 */

/* Where a thread's registers are while a fault of its is handled. */
typedef struct ts_faulted {
    ts_exception_frame *frame;  /* followed by s0 to s15 if the thread has used the FPU */
    uint32_t *r4_to_r11;
    uint32_t *s16_to_s31;       /* NULL if the thread has not used the FPU */
} ts_faulted;

/*
 * Does what the instruction at the thread's pc would have done, if it loads or stores several words, or floats, and only between
 * `memory` and `memory + size`. Otherwise changes nothing and returns false.
 */
bool ts_unaligned_access(const ts_faulted *thread, uint8_t *memory, uint32_t size);

/* Called by unaligned.S: whether the thread can go on. */
bool ts_unaligned(ts_exception_frame *frame, uint32_t *r4_to_r11, uint32_t *s16_to_s31);
