// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "thingspire/os.h"

/*
 * Threads with fixed priorities: the ready thread of the highest priority runs; among equals the one that became
 * ready first, until it blocks. On Linux the priorities are the host's affair.
 */
#define TS_PRIORITY_LOWEST 1
#define TS_PRIORITY_HIGHEST 30
#define TS_PRIORITY_KERNEL 31          /* above all tasks: short work of the kernel itself */
#define TS_PRIORITY_SERVE 16           /* calls that come from other nodes */

struct ts_invocation;

typedef struct ts_thread {
    struct ts_invocation *invocation; /* the innermost one on this thread; NULL outside of modules */
    uint8_t *stack_limit;              /* the lowest address of its stack; the guard lies below */
    ts_port_thread port;               /* what the scheduler, or the host, needs to know about it */
} ts_thread;

typedef struct ts_stack {
    uint8_t *bottom;                   /* the guard starts here */
    size_t size;                       /* bytes, with the guard */
} ts_stack;

/* Defines memory for a stack that has room for at least `bytes`. The guard comes on top of that. */
#define TS_THREAD_STACK(name, bytes) \
    _Alignas(TS_STACK_ALIGNMENT) __attribute__((section(".bss.stack"))) uint8_t name[TS_STACK_STORAGE(bytes)]

/* The initializer of a ts_stack for memory defined so. */
#define TS_STACK(name) { (name), sizeof(name) }

/* The thread ends when `entry` returns. `thread` and the stack must stay in place until then. */
void ts_thread_start(ts_thread *thread, ts_stack stack, uint8_t priority, void (*entry)(const void *), const void *argument);

static inline ts_thread *ts_thread_self(void) {
    return TS_THREAD_SELF();
}

/* Returns at once if `time` (see clock.h) has passed. */
void ts_thread_sleep_until(uint64_t time);
