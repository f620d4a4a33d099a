// SPDX-License-Identifier: EPL-2.0
/* What a fault leaves behind: instructions that carry a trap, and registers as the System V ABI and Linux name them. */
#include <ucontext.h>

#include "kernel/port.h"

uintptr_t ts_port_call_address(const void *site) {
    return (uintptr_t)site - 1;
}

ts_trap ts_port_trap_at(uintptr_t pc) {
    const uint8_t *instruction = (const uint8_t *)pc;
    bool is_ud2 = instruction[0] == 0x0f && instruction[1] == 0x0b;
    return is_ud2 && instruction[2] < TS_TRAP_FIRST_RUNTIME ? (ts_trap)instruction[2] : TS_TRAP_NONE;
}

static greg_t *registers_of(void *context) {
    return ((ucontext_t *)context)->uc_mcontext.gregs;
}

uintptr_t ts_port_context_pc(void *context) {
    return (uintptr_t)registers_of(context)[REG_RIP];
}

uintptr_t ts_port_context_sp(void *context) {
    return (uintptr_t)registers_of(context)[REG_RSP];
}

void ts_port_context_unwind(void *context, ts_invocation *invocation) {
    greg_t *registers = registers_of(context);
    registers[REG_RDI] = (greg_t)invocation;
    registers[REG_RSI] = invocation->trap;
    registers[REG_RIP] = (greg_t)ts_port_unwind;
    registers[REG_RSP] = (greg_t)invocation->stack_pointer;
}
