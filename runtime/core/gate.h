// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

#include "thingspire/gate.h"
#include "thingspire/thread.h"

/* One passage into a module, on the stack of the thread that went through. */
typedef struct ts_gate {
    uintptr_t stack_pointer;           /* must come first: the port's assembly knows its place; callee-saved registers lie there */
    struct ts_gate *outer;
    ts_instance *instance;
    uint32_t module_stack;             /* the module's own stack pointer, if it has one, as it was on entry */
    ts_trap trap;                      /* these three: once the invocation has trapped */
    uintptr_t address;                 /* of the instruction that trapped or the call that did; 0: unknown */
    const char *detail;
} ts_gate;

/* Makes the module of the thread's innermost gate as new; what a gate enters for that. */
void ts_gate_initialize(ts_value *values);

/* Raises TS_TRAP_STACK_OVERFLOW if less than TS_STACK_RESERVE is left. For whatever modules can call. */
void ts_stack_check(const void *site);
