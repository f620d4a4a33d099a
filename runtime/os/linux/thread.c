// SPDX-License-Identifier: EPL-2.0
#include "thingspire/thread.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "kernel/console.h"
#include "kernel/port.h"
#include "hosttime.h"
#include "thingspire/clock.h"

_Thread_local ts_thread *ts_host_thread;

static void *run(void *argument) {
    ts_thread *self = argument;
    ts_host_thread = self;
    const stack_t signals = { .ss_sp = self->port.signal_stack, .ss_size = TS_STACK_SIGNALS };
    sigaltstack(&signals, NULL);
    self->port.entry(self->port.argument);
    return NULL;
}

static void check(const char *what, int error) {
    if (error != 0) {
        ts_console_line_unlocked("failure: %s: %s", what, strerror(error));
        ts_port_stop();
    }
}

/* The host's scheduler decides: real-time priorities need a privilege, and a gateway has several cores. */
void ts_thread_start(ts_thread *thread, ts_stack stack, uint8_t priority, void (*entry)(const void *), const void *argument) {
    (void)priority;
    uint8_t *guard = stack.bottom + TS_STACK_SIGNALS;
    *thread = (ts_thread){
        .stack_limit = guard + TS_STACK_GUARD,
        .port = { .entry = entry, .argument = argument, .signal_stack = stack.bottom },
    };
    check("stack guard", mprotect(guard, TS_STACK_GUARD, PROT_NONE) == 0 ? 0 : errno);
    pthread_attr_t attributes;
    check("thread", pthread_attr_init(&attributes));
    check("thread", pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED));
    check("thread", pthread_attr_setstack(&attributes, thread->stack_limit, stack.size - TS_STACK_SIGNALS - TS_STACK_GUARD));
    check("thread", pthread_create(&thread->port.handle, &attributes, run, thread));
    pthread_attr_destroy(&attributes);
}

void ts_thread_sleep_until(uint64_t time) {
    struct timespec wake = ts_host_time(time);
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &wake, NULL) == EINTR) {
    }
}
