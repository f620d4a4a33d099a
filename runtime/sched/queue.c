// SPDX-License-Identifier: EPL-2.0
#include "sched/queue.h"

#include <stddef.h>

void ts_queue_insert(ts_queue *queue, ts_thread *thread) {
    ts_thread **at = &queue->first;
    while (*at != NULL && (*at)->port.priority >= thread->port.priority) {
        at = &(*at)->port.next;
    }
    thread->port.next = *at;
    thread->port.queue = queue;
    *at = thread;
}

void ts_queue_remove(ts_thread *thread) {
    if (thread->port.queue == NULL) {
        return;
    }
    ts_thread **at = &thread->port.queue->first;
    while (*at != thread) {
        at = &(*at)->port.next;
    }
    *at = thread->port.next;
    thread->port.queue = NULL;
}
