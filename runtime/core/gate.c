// SPDX-License-Identifier: EPL-2.0
#include "core/gate.h"

#include <stddef.h>

#include "core/console.h"
#include "core/port.h"

static bool stack_is_short(const ts_thread *self) {
    return (intptr_t)((uintptr_t)__builtin_frame_address(0) - (uintptr_t)self->stack_limit) < TS_STACK_RESERVE;
}

void ts_stack_check(const void *site) {
    if (stack_is_short(ts_thread_self())) {
        ts_trap_raise_from(TS_TRAP_STACK_OVERFLOW, NULL, site);
    }
}

/* A callee that trapped on this node has reported why; one on another node is named in `detail`. */
static bool is_news(const ts_gate *gate) {
    return (gate->trap != TS_TRAP_CALLEE && gate->trap != TS_TRAP_EXIT) || gate->detail != NULL;
}

/* The tool replaces the address by function and source line: keep this line as it is, or change both. */
static __attribute__((noinline)) void report(const ts_gate *gate) {
    if (!is_news(gate)) {
        return;
    }
    const char *text = ts_trap_text(gate->trap);
    const char *module = gate->instance->module->name;
    if (gate->detail != NULL) {
        ts_console_line("trap: %s (%s) at 0x%x in %s", text, gate->detail, gate->address, module);
    } else {
        ts_console_line("trap: %s at 0x%x in %s", text, gate->address, module);
    }
}

void ts_gate_initialize(ts_value *values) {
    (void)values;
    const ts_module *module = ts_thread_self()->gate->instance->module;
    ts_port_memory_renew(module->memory);
    module->initialize();
}

/* What the functions that the trap ended had taken of the module's stack is free again. */
static void restore_stack(const ts_gate *gate) {
    uint32_t *stack_pointer = gate->instance->module->stack_pointer;
    if (stack_pointer != NULL) {
        *stack_pointer = gate->module_stack;
    }
}

/* While the gate still holds the module's lock, so that nobody ever meets the module as the trap left it. */
static __attribute__((noinline)) void after_trap(ts_gate *gate) {
    report(gate);
    restore_stack(gate);
    if (gate->instance->module->restarts && ts_port_gate_run(gate, ts_gate_initialize, NULL) != TS_TRAP_NONE) {
        report(gate);
        restore_stack(gate);
    }
}

/*
 * False if the module was busy for too long. Here and not called, in both of its callers: it is what a call between modules costs. What needs
 * no lock comes before it, so that less has to be kept in registers while the lock is taken.
 */
static inline __attribute__((always_inline)) bool pass(ts_thread *self, ts_instance *callee, ts_entry entry, ts_value *values, ts_trap *trap) {
    ts_gate gate;
    gate.outer = self->gate;
    gate.instance = callee;
    if (!ts_mutex_lock_within(&callee->lock, TS_BUSY_MS)) {
        return false;
    }
    const uint32_t *stack_pointer = callee->module->stack_pointer;
    if (stack_pointer != NULL) {
        gate.module_stack = *stack_pointer;
    }
    self->gate = &gate;
    *trap = ts_port_gate_run(&gate, entry, values);
    if (*trap != TS_TRAP_NONE) {
        after_trap(&gate);
    }
    self->gate = gate.outer;
    ts_mutex_unlock(&callee->lock);
    return true;
}

ts_trap ts_gate_enter(ts_instance *callee, ts_entry entry, ts_value *values) {
    ts_trap trap;
    if (!pass(ts_thread_self(), callee, entry, values, &trap)) {
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
    if (!pass(self, callee, entry, values, &trap)) {
        ts_trap_raise_from(TS_TRAP_BUSY, callee->module->name, site);
    }
    if (trap != TS_TRAP_NONE) {
        ts_trap_raise_from(TS_TRAP_CALLEE, trap == TS_TRAP_EXIT ? "it has exited" : NULL, site);
    }
}

void ts_trap_raise_from(ts_trap kind, const char *detail, const void *site) {
    ts_gate *gate = ts_thread_self()->gate;
    gate->trap = kind;
    gate->address = ts_port_call_address(site);
    gate->detail = detail;
    ts_port_gate_leave(gate, kind);
}
