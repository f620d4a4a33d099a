// SPDX-License-Identifier: EPL-2.0
/* A node that calls `server`, and after its first call has only two numbers left in the session. */
#include <stddef.h>

#include "kernel/console.h"
#include "peers.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"
#include "thingspire/serial.h"

static TS_RPC(calls, NULL);
static TS_SERIAL(serial, 1, TS_MESSAGE_SIZE(PAYLOAD));
static const ts_link links[] = { { "serial", "server", &serial.transport, &calls } };
static const ts_remote count = { &links[0], FUNCTION_COUNT, "", "i", 60000, "service.count on server" };

static void initialize(void) {
}
static const ts_module module = { "asker", NULL, NULL, NULL, initialize, false };
static ts_instance asker = { .module = &module };

static void step(ts_value *values) {
    static unsigned steps;
    if (steps++ == 1) {
        calls_memory.last_call = UINT32_MAX - 2;
    }
    ts_remote_call(&count, values);
    ts_console_line("count is %u", (unsigned)values[0].i32);
}

static ts_instance *const instances[] = { &asker };
static TS_THREAD_STACK(step_stack, TS_START_STACK);
static ts_thread step_thread;
static const ts_task tasks[] = { { "step", &asker, step, 20, &step_thread, TS_STACK(step_stack), 10 } };
const ts_node ts_this_node = { "lastcalls", WIRING, instances, 1, tasks, 1, links, 1, NULL, 0,
                               { &step_thread, TS_STACK(step_stack), 10 } };
