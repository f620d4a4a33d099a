// SPDX-License-Identifier: EPL-2.0
/*
 * A fault in a module becomes a trap: the signal handler returns not to the faulting instruction but to the innermost
 * invocation of the thread. A fault anywhere else stops the node.
 */
#include "fault.h"

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <ucontext.h>

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
    if (signal == SIGSEGV && ts_memory_ends_before((uintptr_t)info->si_addr)) {
        return TS_TRAP_OUT_OF_BOUNDS_MEMORY;
    }
    const uint8_t *instruction = (const uint8_t *)pc;
    if (signal == SIGILL && instruction[0] == 0x0f && instruction[1] == 0x0b) { /* ud2 */
        uint8_t kind = instruction[2];
        if (kind != TS_TRAP_NONE && kind < TS_TRAP_FIRST_RUNTIME) {
            return (ts_trap)kind;
        }
    }
    return TS_TRAP_FAULT;
}

static _Noreturn void fail(int signal, const siginfo_t *info, const greg_t *registers) {
    ts_console_last_words("failure: signal %u, address 0x%x, pc 0x%x sp 0x%x", (unsigned)signal, (uintptr_t)info->si_addr,
                          (uintptr_t)registers[REG_RIP], (uintptr_t)registers[REG_RSP]);
    ts_port_stop();
}

static void on_fault(int signal, siginfo_t *info, void *context) {
    if (signal == SIGSEGV && ts_memory_opens((uintptr_t)info->si_addr)) {
        return;
    }
    greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
    ts_thread *thread = ts_thread_self();
    if (thread == NULL || thread->invocation == NULL) {
        fail(signal, info, registers);
    }
    ts_invocation *invocation = thread->invocation;
    uintptr_t pc = (uintptr_t)registers[REG_RIP];
    invocation->detail = NULL;
    invocation->address = pc;
    invocation->trap = kind_of(thread, signal, info, pc);
    registers[REG_RDI] = (greg_t)invocation;
    registers[REG_RSI] = invocation->trap;
    registers[REG_RIP] = (greg_t)ts_port_unwind;
    registers[REG_RSP] = (greg_t)invocation->stack_pointer;
}

void ts_faults_start(void) {
    static const int signals[] = { SIGILL, SIGSEGV, SIGBUS, SIGFPE };
    struct sigaction action = { .sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK };
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        sigaction(signals[i], &action, NULL);
    }
}
