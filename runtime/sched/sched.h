// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "thingspire/clock.h"
#include "thingspire/thread.h"

/* For the architecture */

/* Chooses the thread to run, sleeping while there is none, and makes it the running one. With interrupts unlocked. */
ts_thread *ts_sched_next(void);

/* Wakes the threads whose time has come. From the tick interrupt. */
void ts_sched_tick(uint64_t now);

/* The running thread's end. */
_Noreturn void ts_sched_end(void);

/* For mutex and semaphore; interrupts are locked. A switch that they cause happens when interrupts are unlocked. */

/* The running thread is not ready any more: it waits in `queue` (NULL: just for the time) until woken or `deadline`. */
void ts_sched_wait(ts_queue *queue, uint64_t deadline);

/* The thread is ready. */
void ts_sched_wake(ts_thread *thread);

/* Changes the effective priority and with it the place in whatever queue the thread is in. */
void ts_sched_set_priority(ts_thread *thread, uint8_t priority);
