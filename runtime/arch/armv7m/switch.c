// SPDX-License-Identifier: EPL-2.0
#include <stddef.h>

#include "exception.h"
#include "kernel/port.h"
#include "mpu.h"
#include "registers.h"
#include "sched/sched.h"

/* What the assembly files know. */
_Static_assert(offsetof(ts_context, guard) == 0 && offsetof(ts_context, psp) == 4, "switch.S");
_Static_assert(offsetof(ts_invocation, stack_pointer) == 0, "invocation.S");

extern void ts_thread_entry(void);

void ts_port_request_switch(void) {
    SCB_ICSR = SCB_ICSR_PENDSVSET;
}

void ts_port_prepare(ts_thread *thread, ts_stack stack, void (*entry)(const void *), const void *argument) {
    thread->stack_limit = stack.bottom + TS_STACK_GUARD;
    ts_exception_frame *frame = (ts_exception_frame *)(stack.bottom + stack.size) - 1;
    *frame = (ts_exception_frame){
        .r0 = (uint32_t)argument,
        .r1 = (uint32_t)entry,
        .pc = (uint32_t)ts_thread_entry & ~1u,
        .xpsr = TS_XPSR_THUMB,
    };
    ts_context *context = &thread->port.context;
    context->guard = ts_mpu_guard(stack.bottom);
    context->psp = (uint32_t)frame;
    context->exc_return = TS_EXC_RETURN_THREAD;
}

/* Called by switch.S: where the chosen thread's registers are. */
ts_context *ts_switch_next(void) {
    return &ts_sched_next()->port.context;
}

void ts_port_idle(void) {
    __asm__ volatile("dsb\n\twfi" ::: "memory");
}

/* Whoever watches the console has read why. */
void ts_port_stop(void) {
    __asm__ volatile("cpsid i");
    for (;;) {
        __asm__ volatile("wfi");
    }
}
