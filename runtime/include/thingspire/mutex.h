// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "thingspire/os.h"

struct ts_thread;

/*
 * A lock with priority inheritance: its owner runs at least at the priority of whoever waits for it. Not recursive.
 * All zero means free, so that a static one needs no initialization. Not for interrupt handlers.
 */
typedef struct ts_mutex {
    struct ts_thread *owner;           /* NULL: free. A thread may always ask whether that is itself. */
    ts_port_mutex port;
} ts_mutex;

void ts_mutex_lock(ts_mutex *mutex);

/* False if the lock was not free within that many milliseconds. Costs no more than ts_mutex_lock while it is free. */
bool ts_mutex_lock_within(ts_mutex *mutex, uint32_t ms);

/* False if the lock was not free before `deadline` (see clock.h). */
bool ts_mutex_lock_until(ts_mutex *mutex, uint64_t deadline);

/* Only by the owner. */
void ts_mutex_unlock(ts_mutex *mutex);
