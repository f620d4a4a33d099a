// SPDX-License-Identifier: EPL-2.0
#pragma once

#include "thingspire/thread.h"

/* Queues of threads: see ts_queue. Short, so they are lists. All with interrupts locked. */

void ts_queue_insert(ts_queue *queue, ts_thread *thread);

/* Takes the thread out of the queue it is in, if any. */
void ts_queue_remove(ts_thread *thread);
