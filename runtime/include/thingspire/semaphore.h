// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "thingspire/os.h"

/* Counts events that nobody has taken yet. All zero means none. */
typedef struct ts_semaphore {
    ts_port_semaphore port;
} ts_semaphore;

/* Callable from interrupt handlers. */
void ts_semaphore_give(ts_semaphore *semaphore);

/* Waits for an event and takes it. False if there was none before `deadline` (see clock.h; 0 does not wait). */
bool ts_semaphore_take(ts_semaphore *semaphore, uint64_t deadline);
