// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <pthread.h>
#include <stdint.h>

/* Linux: threads, mutexes and semaphores are the host's. All zero is a valid initial value of each (glibc, musl). */
typedef struct ts_port_thread {
    pthread_t handle;
    void (*entry)(const void *);
    const void *argument;
    uint8_t *signal_stack;             /* TS_STACK_SIGNALS bytes; the guard follows */
} ts_port_thread;

typedef struct ts_port_mutex {
    pthread_mutex_t handle;
} ts_port_mutex;

typedef struct ts_port_semaphore {
    pthread_mutex_t handle;
    pthread_cond_t given;
    uint32_t count;
} ts_port_semaphore;

/*
 * A thread's stack memory: the stack on which faults are handled, the inaccessible guard, the stack itself. The guard
 * is large so that a function with a large frame does not jump over it. Code for a 64-bit host needs more stack than
 * the same module on a controller, and the C library more than our kernel: the wiring's sizes are raised to a minimum.
 * Pages that are not touched cost nothing.
 */
#define TS_STACK_ALIGNMENT 4096
#define TS_STACK_SIGNALS (32 * 1024)
#define TS_STACK_GUARD (64 * 1024)
#define TS_STACK_MINIMUM (256 * 1024)
#define TS_STACK_STORAGE(bytes) \
    (TS_STACK_SIGNALS + TS_STACK_GUARD + \
     ((bytes) < TS_STACK_MINIMUM ? TS_STACK_MINIMUM : ((bytes) + TS_STACK_ALIGNMENT - 1) / TS_STACK_ALIGNMENT * TS_STACK_ALIGNMENT))

/*
 * Bytes of stack that the kernel itself needs for an invocation or a host function: checked before it takes any lock.
 */
#define TS_STACK_RESERVE (32 * 1024)

/* Before a module is initialized anew: what its memory had grown by is inaccessible again. */
void ts_port_memory_reset(const uint8_t *start);

extern _Thread_local struct ts_thread *ts_host_thread;
#define TS_THREAD_SELF() ts_host_thread
