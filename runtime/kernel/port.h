// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kernel/invocation.h"
#include "thingspire/value.h"

/* What the kernel asks of every port, besides threads, locks, the clock and UARTs. */

/*
 * Saves the callee-saved registers and the stack pointer in `invocation` and calls `entry`. Returns TS_TRAP_NONE when that
 * returns, or the kind of trap when ts_port_unwind or a processor fault ends it.
 */
ts_trap ts_port_invoke(ts_invocation *invocation, ts_entry entry, ts_value *values);

/* Drops all that is on the stack above the invocation and makes its ts_port_invoke return `trap`. */
_Noreturn void ts_port_unwind(ts_invocation *invocation, ts_trap trap);

/* The address of the call instruction that returns to `site`, or at least one inside of it. */
uintptr_t ts_port_call_address(const void *site);

/* Writes to the console, without any lock; callable from everywhere. */
void ts_port_console_write(const char *text, size_t length);

/* The node can't go on. */
_Noreturn void ts_port_stop(void);

/* Fills with bytes fit for keys. False if the board has no source of entropy. */
bool ts_port_entropy(uint8_t *bytes, size_t length);

/* Nanoseconds since 1970; 0 if the board has no calendar. */
uint64_t ts_port_calendar(void);

/* The board's name, from its board.json. */
extern const char ts_board_name[];
