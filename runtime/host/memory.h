// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "host.h"

/*
 * What each host function does first with what a module gave it. Both raise a trap in the module if it does not hold:
 * TS_TRAP_HOST_ARGUMENT, or TS_TRAP_STACK_OVERFLOW if the kernel would not have enough stack for its work.
 */

/* The module's bytes pointer .. pointer + length - 1, all inside its linear memory. */
uint8_t *ts_host_memory(ts_caller caller, uint32_t pointer, uint32_t length);

/* Checks an index from the module; `what` names it in the report. */
void ts_host_index(ts_caller caller, uint32_t index, uint32_t count, const char *what);
