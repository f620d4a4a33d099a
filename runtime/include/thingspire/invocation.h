// SPDX-License-Identifier: EPL-2.0
#pragma once

#include "thingspire/instance.h"
#include "thingspire/trap.h"
#include "thingspire/value.h"

/*
 * An invocation is one call into a module, and there is no other way in. It takes the module's lock, remembers where to
 * come back to, and enters. A trap inside is reported on the console once, unwinds to its beginning and never further,
 * and leaves the module's stack as it was.
 *
 * A module runs one call at a time. One more waits, but no longer than TS_BUSY_MS: then it ends with TS_TRAP_BUSY and
 * the module has not been entered. So do calls that wait for each other in a circle; the first to give up lets the
 * others go on.
 */
#define TS_BUSY_MS 1000

/* For the kernel's own threads (tasks, calls from other nodes). Returns TS_TRAP_NONE or why the invocation ended. */
ts_trap ts_invoke(ts_instance *callee, ts_entry entry, ts_value *values);

/* The two that follow, with the address in the calling module that a report should name: where the call returns to. */
void ts_gate_call_from(ts_instance *callee, ts_entry entry, ts_value *values, const void *site);
_Noreturn void ts_trap_raise_from(ts_trap kind, const char *detail, const void *site);

/*
 * The gate: through it a module calls another on the same node. If the callee traps, so does the caller. Inline, so
 * that in a function which stands for an import the return address is the one in the module.
 */
static inline __attribute__((always_inline)) void ts_gate_call(ts_instance *callee, ts_entry entry, ts_value *values) {
    ts_gate_call_from(callee, entry, values, __builtin_return_address(0));
}

/*
 * Ends the current invocation. `detail` (may be NULL) is appended to the trap's text in parentheses; it must be a
 * constant. The caller must hold no lock.
 */
_Noreturn static inline __attribute__((always_inline)) void ts_trap_raise(ts_trap kind, const char *detail) {
    ts_trap_raise_from(kind, detail, __builtin_return_address(0));
}
