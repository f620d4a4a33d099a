// SPDX-License-Identifier: EPL-2.0
#include "sched/sched.h"

#include <stddef.h>

#include "irq.h"
#include "kernel/port.h"
#include "sched/queue.h"

/*
 * The running thread stays at the head of the ready queue. So there is something to switch exactly when the head is
 * another thread, and to choose the next one is to read a pointer.
 */
static ts_queue ready;
ts_thread *ts_running_thread;
static ts_thread *sleepers; /* by time to wake */

static void switch_if_needed(void) {
    if (ready.first != ts_running_thread) {
        ts_port_request_switch();
    }
}

static void sleep_until(ts_thread *thread, uint64_t time) {
    thread->port.wake = time;
    if (time == TS_NEVER) {
        return;
    }
    ts_thread **at = &sleepers;
    while (*at != NULL && (*at)->port.wake <= time) {
        at = &(*at)->port.next_sleeper;
    }
    thread->port.next_sleeper = *at;
    *at = thread;
}

static void stop_sleeping(ts_thread *thread) {
    if (thread->port.wake == TS_NEVER) {
        return;
    }
    ts_thread **at = &sleepers;
    while (*at != thread) {
        at = &(*at)->port.next_sleeper;
    }
    *at = thread->port.next_sleeper;
    thread->port.wake = TS_NEVER;
}

static void make_ready(ts_thread *thread, bool timed_out) {
    stop_sleeping(thread);
    ts_queue_remove(thread);
    thread->port.timed_out = timed_out;
    ts_queue_insert(&ready, thread);
    switch_if_needed();
}

void ts_sched_wait(ts_queue *queue, uint64_t deadline) {
    ts_queue_remove(ts_running_thread);
    if (queue != NULL) {
        ts_queue_insert(queue, ts_running_thread);
    }
    sleep_until(ts_running_thread, deadline);
    switch_if_needed();
}

void ts_sched_wake(ts_thread *thread) {
    make_ready(thread, false);
}

void ts_sched_set_priority(ts_thread *thread, uint8_t priority) {
    thread->port.priority = priority;
    ts_queue *queue = thread->port.queue;
    if (queue != NULL) {
        ts_queue_remove(thread);
        ts_queue_insert(queue, thread);
        switch_if_needed();
    }
}

void ts_sched_tick(uint64_t now) {
    uint32_t irq = ts_irq_lock();
    while (sleepers != NULL && sleepers->port.wake <= now) {
        make_ready(sleepers, true);
    }
    ts_irq_unlock(irq);
}

ts_thread *ts_sched_next(void) {
    uint32_t irq = ts_irq_lock();
    while (ready.first == NULL) {
        ts_port_idle();
        /* let the interrupt that ended the idling be served */
        ts_irq_unlock(irq);
        irq = ts_irq_lock();
    }
    ts_running_thread = ready.first;
    ts_irq_unlock(irq);
    return ts_running_thread;
}

void ts_thread_start(ts_thread *thread, ts_stack stack, uint8_t priority, void (*entry)(const void *), const void *argument) {
    *thread = (ts_thread){ .port = { .base_priority = priority, .priority = priority, .wake = TS_NEVER } };
    ts_port_prepare(thread, stack, entry, argument);
    uint32_t irq = ts_irq_lock();
    ts_sched_wake(thread);
    ts_irq_unlock(irq);
}

void ts_sched_end(void) {
    ts_irq_lock();
    ts_sched_wait(NULL, TS_NEVER);
    for (;;) {
        ts_irq_unlock(0);
    }
}

void ts_thread_sleep_until(uint64_t time) {
    if (time <= ts_clock_now()) {
        return;
    }
    uint32_t irq = ts_irq_lock();
    ts_sched_wait(NULL, time);
    ts_irq_unlock(irq);
}
