// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kernel/invocation.h"
#include "thingspire/thread.h"
#include "thingspire/value.h"

/*
 * What the kernel asks of what is below it: of the processor's architecture (arch/<arch>) and of the operating system,
 * or of what stands for one (os/<os>). All that a port has to bring is named here.
 *
 * The kernel's types hold some that the system defines in `thingspire/os.h`: ts_port_thread, ts_port_mutex and
 * ts_port_semaphore, all of which may start as zeros, and TS_THREAD_SELF(). From there or from the architecture's
 * `thingspire/arch.h` come the sizes of stacks:
 */
#if !defined(TS_THREAD_SELF) || !defined(TS_STACK_GUARD) || !defined(TS_STACK_ALIGNMENT) || !defined(TS_STACK_STORAGE) || \
    !defined(TS_STACK_RESERVE)
#error "thingspire/os.h lacks something"
#endif

/* ---- Every architecture ---- */

/*
 * Saves the callee-saved registers and the stack pointer in `invocation` and calls `entry`. Returns TS_TRAP_NONE when
 * that returns, or the kind of trap when ts_port_unwind or a processor fault ends it.
 */
ts_trap ts_port_invoke(ts_invocation *invocation, ts_entry entry, ts_value *values);

/* Drops all that is on the stack above the invocation and makes its ts_port_invoke return `trap`. */
_Noreturn void ts_port_unwind(ts_invocation *invocation, ts_trap trap);

/* The address of the call instruction that returns to `site`, or at least one inside of it. */
uintptr_t ts_port_call_address(const void *site);

/* ---- Every system ---- */

/*
 * It also brings what thread.h, mutex.h, semaphore.h, clock.h and uart.h in `thingspire/` and host/files.h declare, and
 * calls ts_start.
 */

/* Writes to the console, without any lock; callable from everywhere. */
void ts_port_console_write(const char *text, size_t length);

/* The node can't go on. Without an operating system the architecture stops the processor. */
_Noreturn void ts_port_stop(void);

/* Fills with bytes fit for keys. False if the board has no source of entropy. */
bool ts_port_entropy(uint8_t *bytes, size_t length);

/* Nanoseconds since 1970; 0 if the board has no calendar. */
uint64_t ts_port_calendar(void);

/* The board's name, from its board.json. */
extern const char ts_board_name[];

/*
 * ts_port_memory_reset(start), in os.h: before a module is initialized anew. What its memory had grown by is
 * inaccessible again.
 */

/* ---- An architecture without an operating system: what the scheduler needs of it ---- */

/* `irq.h` has ts_irq_lock and ts_irq_unlock, inline; `ts_context` has the registers of a thread that does not run. */

/*
 * Lets the interrupted code go on in the thread that ts_sched_next returns, as soon as no interrupt handler runs and
 * interrupts are unlocked. May be called again before that happened.
 */
void ts_port_request_switch(void);

/* Makes `thread`, when it is switched to, call entry(argument) on `stack` and then ts_sched_end. Sets stack_limit. */
void ts_port_prepare(ts_thread *thread, ts_stack stack, void (*entry)(const void *), const void *argument);

/* Interrupts are locked: sleeps until one is pending. */
void ts_port_idle(void);

/* ---- An architecture with Linux: what its handler of signals needs to know ---- */

/* The kind of trap that the instruction at `pc` stands for; TS_TRAP_NONE: it is no such instruction. */
ts_trap ts_port_trap_at(uintptr_t pc);

/* Of what was interrupted; `context` is the third argument of a handler with SA_SIGINFO. */
uintptr_t ts_port_context_pc(void *context);
uintptr_t ts_port_context_sp(void *context);

/* When the handler returns, ts_port_unwind(invocation, invocation->trap) is called. */
void ts_port_context_unwind(void *context, ts_invocation *invocation);
