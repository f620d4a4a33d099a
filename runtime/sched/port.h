// SPDX-License-Identifier: EPL-2.0
#pragma once

#include "thingspire/thread.h"

/* What the scheduler asks of the hardware. The inline part, interrupt locks, is in the port's irq.h. */

#include "irq.h"

/*
 * Lets the interrupted code go on in the thread that ts_sched_next returns, as soon as no interrupt handler runs and
 * interrupts are unlocked. May be called again before that happened.
 */
void ts_port_request_switch(void);

/* Makes `thread`, when it is switched to, call entry(argument) on `stack` and then ts_sched_end. Sets stack_limit. */
void ts_port_prepare(ts_thread *thread, ts_stack stack, void (*entry)(const void *), const void *argument);

/* Interrupts are locked: sleeps until one is pending. */
void ts_port_idle(void);
