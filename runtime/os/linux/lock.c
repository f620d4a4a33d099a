// SPDX-License-Identifier: EPL-2.0
/* Mutexes and semaphores are those of the host. */
#include <stddef.h>

#include "hosttime.h"
#include "thingspire/clock.h"
#include "thingspire/mutex.h"
#include "thingspire/semaphore.h"
#include "thingspire/thread.h"

void ts_mutex_lock(ts_mutex *mutex) {
    pthread_mutex_lock(&mutex->port.handle);
    mutex->owner = ts_thread_self();
}

bool ts_mutex_lock_within(ts_mutex *mutex, uint32_t ms) {
    if (pthread_mutex_trylock(&mutex->port.handle) != 0) {
        return ts_mutex_lock_until(mutex, ts_clock_now() + (uint64_t)ms * 1000);
    }
    mutex->owner = ts_thread_self();
    return true;
}

bool ts_mutex_lock_until(ts_mutex *mutex, uint64_t deadline) {
    if (deadline == TS_NEVER) {
        ts_mutex_lock(mutex);
        return true;
    }
    const struct timespec until = ts_host_time(deadline);
    if (pthread_mutex_clocklock(&mutex->port.handle, CLOCK_MONOTONIC, &until) != 0) {
        return false;
    }
    mutex->owner = ts_thread_self();
    return true;
}

void ts_mutex_unlock(ts_mutex *mutex) {
    mutex->owner = NULL;
    pthread_mutex_unlock(&mutex->port.handle);
}

void ts_semaphore_give(ts_semaphore *semaphore) {
    pthread_mutex_lock(&semaphore->port.handle);
    semaphore->port.count++;
    pthread_cond_signal(&semaphore->port.given);
    pthread_mutex_unlock(&semaphore->port.handle);
}

static bool wait(ts_port_semaphore *semaphore, uint64_t deadline) {
    if (deadline == TS_NEVER) {
        return pthread_cond_wait(&semaphore->given, &semaphore->handle) == 0;
    }
    const struct timespec until = ts_host_time(deadline);
    return pthread_cond_clockwait(&semaphore->given, &semaphore->handle, CLOCK_MONOTONIC, &until) == 0;
}

bool ts_semaphore_take(ts_semaphore *semaphore, uint64_t deadline) {
    ts_port_semaphore *port = &semaphore->port;
    pthread_mutex_lock(&port->handle);
    bool in_time = deadline > 0;
    while (port->count == 0 && in_time) {
        in_time = wait(port, deadline);
    }
    bool taken = port->count > 0;
    if (taken) {
        port->count--;
    }
    pthread_mutex_unlock(&port->handle);
    return taken;
}
