// SPDX-License-Identifier: EPL-2.0
#include "thingspire/mutex.h"

#include <stddef.h>

#include "irq.h"
#include "kernel/port.h"
#include "sched/queue.h"
#include "sched/sched.h"

/*
 * Priority inheritance. Each thread has the list of mutexes that it owns and others wait for; its effective priority
 * is the highest of its own and those of the waiters. A mutex that nobody waits for is in no list, so that the common
 * case costs a handful of instructions.
 */

static void add_contended(ts_mutex *mutex) {
    mutex->port.next_contended = mutex->owner->port.contended;
    mutex->owner->port.contended = mutex;
    mutex->port.contended = true;
}

static void remove_contended(ts_mutex *mutex) {
    ts_mutex **at = &mutex->owner->port.contended;
    while (*at != mutex) {
        at = &(*at)->port.next_contended;
    }
    *at = mutex->port.next_contended;
    mutex->port.contended = false;
}

static uint8_t inherited_priority(const ts_thread *thread) {
    uint8_t priority = thread->port.base_priority;
    for (const ts_mutex *mutex = thread->port.contended; mutex != NULL; mutex = mutex->port.next_contended) {
        const ts_thread *waiter = mutex->port.waiters.first;
        if (waiter != NULL && waiter->port.priority > priority) {
            priority = waiter->port.priority;
        }
    }
    return priority;
}

/* A thread's waiters have changed: so may its priority, and that of the owner of what it waits for, and so on. */
static void propagate(ts_thread *thread) {
    while (thread != NULL) {
        uint8_t priority = inherited_priority(thread);
        if (priority == thread->port.priority) {
            return;
        }
        ts_sched_set_priority(thread, priority);
        thread = thread->port.wanted == NULL ? NULL : thread->port.wanted->owner;
    }
}

static bool try(ts_mutex *mutex) {
    uint32_t irq = ts_irq_lock();
    bool was_free = mutex->owner == NULL;
    if (was_free) {
        mutex->owner = ts_thread_self();
    }
    ts_irq_unlock(irq);
    return was_free;
}

/* Apart from the common case, so that that needs no stack and no saved registers. */
static __attribute__((noinline)) bool wait_for(ts_mutex *mutex, uint64_t deadline) {
    ts_thread *self = ts_thread_self();
    uint32_t irq = ts_irq_lock();
    if (mutex->owner == NULL) {
        mutex->owner = self;
        ts_irq_unlock(irq);
        return true;
    }
    if (!mutex->port.contended) {
        add_contended(mutex);
    }
    self->port.wanted = mutex;
    ts_sched_wait(&mutex->port.waiters, deadline);
    propagate(mutex->owner);
    ts_irq_unlock(irq);

    /* Others run, until unlock has made this thread the owner or the deadline has passed. */
    irq = ts_irq_lock();
    self->port.wanted = NULL;
    bool owned = !self->port.timed_out;
    if (!owned && mutex->port.contended) {
        ts_thread *owner = mutex->owner;
        if (mutex->port.waiters.first == NULL) {
            remove_contended(mutex);
        }
        propagate(owner);
    }
    ts_irq_unlock(irq);
    return owned;
}

void ts_mutex_lock(ts_mutex *mutex) {
    if (!try(mutex)) {
        wait_for(mutex, TS_NEVER);
    }
}

bool ts_mutex_lock_until(ts_mutex *mutex, uint64_t deadline) {
    return try(mutex) || wait_for(mutex, deadline);
}

/* Apart, because asking for the time costs more than a free lock. */
static __attribute__((noinline)) bool wait_within(ts_mutex *mutex, uint32_t ms) {
    return wait_for(mutex, ts_clock_now() + (uint64_t)ms * 1000);
}

bool ts_mutex_lock_within(ts_mutex *mutex, uint32_t ms) {
    return try(mutex) || wait_within(mutex, ms);
}

/* The last waiter may have given up since the caller looked: then it has taken the mutex off the list. */
static __attribute__((noinline)) void hand_over(ts_mutex *mutex) {
    uint32_t irq = ts_irq_lock();
    ts_thread *self = mutex->owner;
    if (mutex->port.contended) {
        remove_contended(mutex);
    }
    ts_thread *next_owner = mutex->port.waiters.first;
    mutex->owner = next_owner;
    if (next_owner != NULL) {
        next_owner->port.wanted = NULL;
        ts_sched_wake(next_owner);
        if (mutex->port.waiters.first != NULL) {
            add_contended(mutex);
            propagate(next_owner);
        }
    }
    propagate(self);
    ts_irq_unlock(irq);
}

void ts_mutex_unlock(ts_mutex *mutex) {
    uint32_t irq = ts_irq_lock();
    bool contended = mutex->port.contended;
    if (!contended) {
        mutex->owner = NULL;
    }
    ts_irq_unlock(irq);
    if (contended) {
        hand_over(mutex);
    }
}
