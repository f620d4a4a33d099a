// SPDX-License-Identifier: EPL-2.0
#include "thingspire/semaphore.h"

#include <stddef.h>

#include "irq.h"
#include "kernel/port.h"
#include "sched/sched.h"

void ts_semaphore_give(ts_semaphore *semaphore) {
    uint32_t irq = ts_irq_lock();
    if (semaphore->port.waiters.first != NULL) {
        ts_sched_wake(semaphore->port.waiters.first);
    } else {
        semaphore->port.count++;
    }
    ts_irq_unlock(irq);
}

bool ts_semaphore_take(ts_semaphore *semaphore, uint64_t deadline) {
    ts_thread *self = ts_thread_self();
    uint32_t irq = ts_irq_lock();
    bool taken = semaphore->port.count > 0;
    if (taken) {
        semaphore->port.count--;
    } else if (deadline > 0) {
        ts_sched_wait(&semaphore->port.waiters, deadline);
        ts_irq_unlock(irq);
        irq = ts_irq_lock();
        taken = !self->port.timed_out;
    }
    ts_irq_unlock(irq);
    return taken;
}
