// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "thingspire/arch.h"

/*
 * No operating system below: what ThingSpire's own scheduler keeps for each thread, mutex and semaphore. The
 * architecture has ts_context, the registers of a thread that is not running, and the sizes of stacks.
 */
struct ts_mutex;
struct ts_thread;

/* Threads by falling priority; among equals the oldest first. */
typedef struct ts_queue {
    struct ts_thread *first;
} ts_queue;

typedef struct ts_port_thread {
    ts_context context;                /* must come first: the architecture's assembly reaches it by a constant offset */
    struct ts_thread *next;            /* in `queue` */
    ts_queue *queue;                   /* ready, or waiting for a mutex or semaphore; NULL: only sleeping, or ended */
    struct ts_thread *next_sleeper;
    uint64_t wake;                     /* when to give up waiting, TS_NEVER: not among the sleepers */
    struct ts_mutex *wanted;           /* the mutex it waits for */
    struct ts_mutex *contended;        /* mutexes it owns that others wait for: where it inherits priority from */
    uint8_t base_priority;
    uint8_t priority;                  /* with what it inherited */
    bool timed_out;                    /* how its last wait ended */
} ts_port_thread;

typedef struct ts_port_mutex {
    ts_queue waiters;
    struct ts_mutex *next_contended;   /* in the owner's list */
    bool contended;                    /* in that list */
} ts_port_mutex;

typedef struct ts_port_semaphore {
    uint32_t count;
    ts_queue waiters;
} ts_port_semaphore;

/* The running thread; changes only in the scheduler. Here so that asking for it costs a load. */
extern struct ts_thread *ts_running_thread;
#define TS_THREAD_SELF() ts_running_thread

/* Linear memory is there from the start, and a module clears it when it is initialized anew. */
static inline void ts_port_memory_reset(const uint8_t *memory) {
    (void)memory;
}
