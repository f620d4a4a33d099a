// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

/*
 * What the memory protection unit does: RAM is never executed, and the running thread's stack guard is never accessed.
 * Regions that confine a module to its memory will stand between these two. ARMv8-M's regions must not overlap; there, the
 * stack limit register guards the stack.
 */
void ts_mpu_start(void);

/* What ts_context.guard must be for a stack whose guard starts at `bottom`. */
uint32_t ts_mpu_guard(const uint8_t *bottom);
