// SPDX-License-Identifier: EPL-2.0
#include "kernel/invocation.h"

#include <stddef.h>

#include "kernel/console.h"
#include "kernel/port.h"

static bool stack_is_short(const ts_thread *self) {
    return (intptr_t)((uintptr_t)__builtin_frame_address(0) - (uintptr_t)self->stack_limit) < TS_STACK_RESERVE;
}

void ts_stack_check(const void *site) {
    if (stack_is_short(ts_thread_self())) {
        ts_trap_raise_from(TS_TRAP_STACK_OVERFLOW, NULL, site);
    }
}

/* Why a callee on this node trapped was reported there; a callee on another node is named in `detail`. */
static bool should_report(const ts_invocation *invocation) {
    return (invocation->trap != TS_TRAP_CALLEE && invocation->trap != TS_TRAP_EXIT) || invocation->detail != NULL;
}

/* The tool replaces the address by function and source line: keep this line as it is, or change both. */
static __attribute__((noinline)) void report(const ts_invocation *invocation) {
    if (!should_report(invocation)) {
        return;
    }
    const char *text = ts_trap_text(invocation->trap);
    const char *module = invocation->instance->module->name;
    if (invocation->detail != NULL) {
        ts_console_line("trap: %s (%s) at 0x%x in %s", text, invocation->detail, invocation->address, module);
    } else {
        ts_console_line("trap: %s at 0x%x in %s", text, invocation->address, module);
    }
}

void ts_module_initialize(ts_value *values) {
    (void)values;
    const ts_module *module = ts_thread_self()->invocation->instance->module;
    ts_port_memory_reset(module->memory);
    module->initialize();
}

/* What the functions that the trap ended had taken of the module's stack is free again. */
static void restore_stack(const ts_invocation *invocation) {
    uint32_t *stack_pointer = invocation->instance->module->stack_pointer;
    if (stack_pointer != NULL) {
        *stack_pointer = invocation->module_stack;
    }
}

/* While the invocation still holds the module's lock, so that nobody ever finds the module as the trap left it. */
static __attribute__((noinline)) void after_trap(ts_invocation *invocation) {
    report(invocation);
    restore_stack(invocation);
    if (invocation->instance->module->restarts && ts_port_invoke(invocation, ts_module_initialize, NULL) != TS_TRAP_NONE) {
        report(invocation);
        restore_stack(invocation);
    }
}

/*
 * False if the module was busy for too long. Here and not called, in both of its callers: it is what a call between
 * modules costs. What needs no lock comes before it, so that less has to be kept in registers while the lock is taken.
 */
static inline __attribute__((always_inline)) bool invoke(ts_thread *self, ts_instance *callee, ts_entry entry, ts_value *values, ts_trap *trap) {
    ts_invocation invocation;
    invocation.outer = self->invocation;
    invocation.instance = callee;
    if (!ts_mutex_lock_within(&callee->lock, TS_BUSY_MS)) {
        return false;
    }
    const uint32_t *stack_pointer = callee->module->stack_pointer;
    if (stack_pointer != NULL) {
        invocation.module_stack = *stack_pointer;
    }
    self->invocation = &invocation;
    *trap = ts_port_invoke(&invocation, entry, values);
    if (*trap != TS_TRAP_NONE) {
        after_trap(&invocation);
    }
    self->invocation = invocation.outer;
    ts_mutex_unlock(&callee->lock);
    return true;
}

ts_trap ts_invoke(ts_instance *callee, ts_entry entry, ts_value *values) {
    ts_trap trap;
    if (!invoke(ts_thread_self(), callee, entry, values, &trap)) {
        trap = TS_TRAP_BUSY;
        ts_console_line("trap: %s at 0x%x in %s", ts_trap_text(trap), (uintptr_t)0, callee->module->name);
    }
    return trap;
}

void ts_gate_call_from(ts_instance *callee, ts_entry entry, ts_value *values, const void *site) {
    ts_thread *self = ts_thread_self();
    if (stack_is_short(self)) {
        ts_trap_raise_from(TS_TRAP_STACK_OVERFLOW, NULL, site);
    }
    if (callee->lock.owner == self) {
        ts_trap_raise_from(TS_TRAP_REENTRANCE, callee->module->name, site);
    }
    ts_trap trap;
    if (!invoke(self, callee, entry, values, &trap)) {
        ts_trap_raise_from(TS_TRAP_BUSY, callee->module->name, site);
    }
    if (trap != TS_TRAP_NONE) {
        ts_trap_raise_from(TS_TRAP_CALLEE, trap == TS_TRAP_EXIT ? "it has exited" : NULL, site);
    }
}

void ts_trap_raise_from(ts_trap kind, const char *detail, const void *site) {
    ts_invocation *invocation = ts_thread_self()->invocation;
    invocation->trap = kind;
    invocation->address = ts_port_call_address(site);
    invocation->detail = detail;
    ts_port_unwind(invocation, kind);
}
