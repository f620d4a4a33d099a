// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

#include "thingspire/invocation.h"
#include "thingspire/thread.h"

/* One call into a module, on the stack of the thread that makes it. */
typedef struct ts_invocation {
    /* Must come first, because the port's assembly knows its place. Callee-saved registers lie there. */
    uintptr_t stack_pointer;
    struct ts_invocation *outer;
    ts_instance *instance;
    uint32_t module_stack;             /* the module's own stack pointer, if it has one, as it was on entry */
    ts_trap trap;                      /* these three: once the invocation has trapped */
    uintptr_t address;                 /* of the instruction that trapped or the call that did; 0: unknown */
    const char *detail;
} ts_invocation;

/* An entry: initializes the module of the thread's innermost invocation. */
void ts_module_initialize(ts_value *values);

/* Raises TS_TRAP_STACK_OVERFLOW if less than TS_STACK_RESERVE is left. For whatever modules can call. */
void ts_stack_check(const void *site);
