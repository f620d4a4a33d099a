// SPDX-License-Identifier: EPL-2.0
#include "kernel/task.h"

#include "thingspire/clock.h"
#include "thingspire/invocation.h"

/*
 * Releases are absolute: multiples of the period from the node's start, so that a late or long invocation does not
 * shift those after it. Releases that pass while an invocation still runs are left out.
 */
static void wait_for_release(uint64_t *release, uint64_t period) {
    uint64_t now = ts_clock_now();
    do {
        *release += period;
    } while (*release <= now);
    ts_thread_sleep_until(*release);
}

void ts_task_run(const void *argument) {
    const ts_task *task = argument;
    const uint64_t period = (uint64_t)task->period_ms * 1000;
    uint64_t release = 0;
    do { /* NOLINT(bugprone-infinite-loop): a task with a period never ends */
        if (period != 0) {
            wait_for_release(&release, period);
        }
        /* An invocation that trapped has been reported already; the task goes on. */
        ts_value values[1] = { { 0 } };
        ts_invoke(task->instance, task->entry, values);
    } while (period != 0);
}
