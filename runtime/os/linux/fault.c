// SPDX-License-Identifier: EPL-2.0
/*
 * A fault in a module becomes a trap: the signal handler returns not to the faulting instruction but to the innermost
 * invocation of the thread. A fault anywhere else stops the node.
 */
#include "fault.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "kernel/console.h"
#include "kernel/invocation.h"
#include "kernel/port.h"
#include "memory.h"
#include "thingspire/thread.h"

static bool in_guard(const ts_thread *thread, uintptr_t address) {
    return (uintptr_t)thread->stack_limit - address - 1 < TS_STACK_GUARD;
}

static ts_trap kind_of(const ts_thread *thread, int signal, const siginfo_t *info, uintptr_t pc) {
    if (signal == SIGSEGV && in_guard(thread, (uintptr_t)info->si_addr)) {
        return TS_TRAP_STACK_OVERFLOW;
    }
    if (signal == SIGSEGV && ts_memory_out_of_bounds((uintptr_t)info->si_addr)) {
        return TS_TRAP_OUT_OF_BOUNDS_MEMORY;
    }
    ts_trap kind = signal == SIGILL ? ts_port_trap_at(pc) : TS_TRAP_NONE;
    return kind != TS_TRAP_NONE ? kind : TS_TRAP_FAULT;
}

static _Noreturn void fail(int signal, const siginfo_t *info, void *context) {
    ts_console_line_unlocked("failure: signal %u, address 0x%x, pc 0x%x sp 0x%x", (unsigned)signal, (uintptr_t)info->si_addr,
                          ts_port_context_pc(context), ts_port_context_sp(context));
    ts_port_stop();
}

static void on_fault(int signal, siginfo_t *info, void *context) {
    if (signal == SIGSEGV && ts_memory_open_grown((uintptr_t)info->si_addr)) {
        return;
    }
    ts_thread *thread = ts_thread_self();
    if (thread == NULL || thread->invocation == NULL) {
        fail(signal, info, context);
    }
    ts_invocation *invocation = thread->invocation;
    uintptr_t pc = ts_port_context_pc(context);
    invocation->detail = NULL;
    invocation->address = pc;
    invocation->trap = kind_of(thread, signal, info, pc);
    ts_port_context_unwind(context, invocation);
}

void ts_faults_start(void) {
    static const int signals[] = { SIGILL, SIGSEGV, SIGBUS, SIGFPE };
    struct sigaction action = { .sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK };
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        sigaction(signals[i], &action, NULL);
    }
}
