// SPDX-License-Identifier: EPL-2.0
#include <stdbool.h>
#include <stddef.h>

#include "board.h"
#include "kernel/console.h"
#include "kernel/invocation.h"
#include "kernel/port.h"
#include "exception.h"
#include "registers.h"
#include "thingspire/thread.h"
#include "unaligned.h"

/*
 * A fault in a module becomes a trap: the handler returns not to the faulting instruction but to the innermost invocation
 * of the thread. A fault anywhere else stops the node.
 *
 * When a stack has overflowed the processor may have been unable to push the exception frame. Then the faulting
 * address is lost, and the module's calls that are still on the stack tell where about it was.
 */
#define CFSR_FRAME_LOST (SCB_CFSR_MSTKERR | SCB_CFSR_STKERR | SCB_CFSR_STKOF)

static bool in_flash(uint32_t address) {
    return address - TS_BOARD_FLASH_ORIGIN < TS_BOARD_FLASH_SIZE - 4;
}

static bool in_guard(const ts_thread *thread, uint32_t address) {
    return (uint32_t)thread->stack_limit - address - 1 < TS_STACK_GUARD;
}

/* Whether a call instruction ends at `address`: bl, or blx with a register. */
static bool follows_call(uint32_t address) {
    const uint16_t *end = (const uint16_t *)(address & ~1u);
    return ((end[-2] & 0xf800u) == 0xf000u && (end[-1] & 0xd000u) == 0xd000u) || (end[-1] & 0xff80u) == 0x4780u;
}

/* The innermost return address between the stack pointer, or the guard, and the invocation; 0 if there is none. */
static uint32_t innermost_call(const ts_thread *thread, uint32_t stack_pointer) {
    const uint32_t *end = (const uint32_t *)thread->invocation->stack_pointer;
    uint32_t limit = (uint32_t)thread->stack_limit;
    for (const uint32_t *word = (const uint32_t *)(stack_pointer < limit ? limit : stack_pointer); word < end; word++) {
        if ((*word & 1u) != 0 && in_flash(*word) && follows_call(*word)) {
            return ts_port_call_address((const void *)*word);
        }
    }
    return 0;
}

static ts_trap kind_of_usage_fault(uint32_t causes, uint32_t pc) {
    if ((causes & SCB_CFSR_UNDEFINSTR) != 0 && in_flash(pc)) {
        uint16_t instruction = *(const uint16_t *)pc;
        uint32_t kind = instruction & 0xffu;
        if ((instruction & 0xff00u) == 0xde00u && kind != TS_TRAP_NONE && kind < TS_TRAP_FIRST_RUNTIME) {
            return (ts_trap)kind;
        }
    }
    return TS_TRAP_FAULT;
}

static bool is_stack_overflow(const ts_thread *thread, uint32_t causes) {
    return (causes & (SCB_CFSR_MSTKERR | SCB_CFSR_STKOF)) != 0 || ((causes & SCB_CFSR_MMARVALID) != 0 && in_guard(thread, SCB_MMFAR));
}

static bool is_contained(const ts_thread *thread, uint32_t exception, uint32_t exc_return) {
    return exception >= TS_EXCEPTION_MEMORY && exception <= TS_EXCEPTION_USAGE &&
           (exc_return & TS_EXC_RETURN_TO_THREAD_MODE) != 0 && thread != NULL && thread->invocation != NULL;
}

static _Noreturn void fail(uint32_t exception, uint32_t causes, const ts_exception_frame *frame, const uint32_t *r4) {
    ts_console_line_unlocked("failure: exception %u, CFSR 0x%x, MMFAR 0x%x, frame at 0x%x", (unsigned)exception, (uintptr_t)causes,
                          (uintptr_t)SCB_MMFAR, (uintptr_t)frame);
    if ((causes & CFSR_FRAME_LOST) == 0) {
        ts_console_line_unlocked("failure: pc 0x%x lr 0x%x psr 0x%x r0 0x%x r1 0x%x r2 0x%x r3 0x%x r12 0x%x", (uintptr_t)frame->pc,
                              (uintptr_t)frame->lr, (uintptr_t)frame->xpsr, (uintptr_t)frame->r0, (uintptr_t)frame->r1,
                              (uintptr_t)frame->r2, (uintptr_t)frame->r3, (uintptr_t)frame->r12);
    }
    ts_console_line_unlocked("failure: r4 0x%x r5 0x%x r6 0x%x r7 0x%x r8 0x%x r9 0x%x r10 0x%x r11 0x%x", (uintptr_t)r4[0],
                          (uintptr_t)r4[1], (uintptr_t)r4[2], (uintptr_t)r4[3], (uintptr_t)r4[4], (uintptr_t)r4[5],
                          (uintptr_t)r4[6], (uintptr_t)r4[7]);
    ts_port_stop();
}

/* A frame that makes the exception's return a call of ts_port_unwind. */
static ts_exception_frame *frame_to_unwind(ts_invocation *invocation) {
    ts_exception_frame *frame = (ts_exception_frame *)(invocation->stack_pointer & ~7u) - 1;
    *frame = (ts_exception_frame){
        .r0 = (uint32_t)invocation,
        .r1 = invocation->trap,
        .pc = (uint32_t)ts_port_unwind & ~1u,
        .xpsr = TS_XPSR_THUMB,
    };
    return frame;
}

static uint32_t frame_size(uint32_t exc_return) {
    return (exc_return & TS_EXC_RETURN_BASIC_FRAME) != 0 ? sizeof(ts_exception_frame) : TS_EXTENDED_FRAME;
}

bool ts_unaligned(ts_exception_frame *frame, uint32_t *r4_to_r11, uint32_t *s16_to_s31) {
    const ts_thread *thread = ts_thread_self();
    if (thread == NULL || thread->invocation == NULL) {
        return false;
    }
    const ts_module *module = thread->invocation->instance->module;
    const ts_faulted faulted = { frame, r4_to_r11, s16_to_s31 };
    if (module->memory == NULL || !ts_unaligned_access(&faulted, module->memory, *module->memory_size)) {
        return false;
    }
    SCB_CFSR = SCB_CFSR_UNALIGNED; /* written ones clear */
    return true;
}

/* Called by fault.S. */
ts_exception_frame *ts_fault(const ts_exception_frame *frame, uint32_t exc_return, const uint32_t *r4_to_r11) {
    uint32_t exception = SCB_ICSR & 0x1ffu;
    uint32_t causes = SCB_CFSR;
    ts_thread *thread = ts_thread_self();
    if (!is_contained(thread, exception, exc_return)) {
        fail(exception, causes, frame, r4_to_r11);
    }
    ts_invocation *invocation = thread->invocation;
    invocation->detail = NULL;
    if (is_stack_overflow(thread, causes)) {
        invocation->trap = TS_TRAP_STACK_OVERFLOW;
    } else if (exception == TS_EXCEPTION_USAGE) {
        invocation->trap = kind_of_usage_fault(causes, frame->pc);
    } else {
        invocation->trap = TS_TRAP_FAULT;
    }
    bool frame_is_lost = (causes & CFSR_FRAME_LOST) != 0;
    invocation->address = frame_is_lost ? innermost_call(thread, (uint32_t)frame + frame_size(exc_return)) : frame->pc;

    SCB_CFSR = causes; /* written ones clear */
    /* A stack that overflows twice on entry leaves the same fault pending: it is dealt with. */
    SCB_SHCSR &= ~SCB_SHCSR_FAULTS_PENDED;
#if defined(__ARM_FP)
    /* The frame is given up, and so must be the processor's intention to save the FPU's registers into it. */
    FPU_FPCCR &= ~FPU_FPCCR_LSPACT;
#endif
    return frame_to_unwind(invocation);
}

uintptr_t ts_port_call_address(const void *site) {
    return ((uintptr_t)site & ~(uintptr_t)1) - 2;
}
