// SPDX-License-Identifier: EPL-2.0
#pragma once

#include "thingspire/instance.h"
#include "thingspire/trap.h"
#include "thingspire/value.h"

/*
 * The gate: the only way into a module. It takes the module's lock, remembers where to come back to, and enters.
 * A trap inside is reported on the console once, unwinds to here and never further.
 */

/* For the kernel's own threads (tasks, calls from other nodes). Returns TS_TRAP_NONE or why the invocation ended. */
ts_trap ts_gate_enter(ts_instance *callee, ts_entry entry, ts_value *values);

/* For a module that calls another on the same node: if the callee traps, so does the caller. */
void ts_gate_call(ts_instance *callee, ts_entry entry, ts_value *values);

/* Ends the current invocation. `detail` (may be NULL) is appended to the trap's text; it must be a constant. */
_Noreturn void ts_trap_raise(ts_trap kind, const char *detail);
