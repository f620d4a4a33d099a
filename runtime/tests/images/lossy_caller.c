// SPDX-License-Identifier: EPL-2.0
/* A node that calls `lossy_server` again and again, each time with other arguments, in this life and all others. */
#include <stddef.h>

#include "kernel/console.h"
#include "kernel/port.h"
#include "peers.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"
#include "thingspire/serial.h"

static void initialize(void) {
}
static const ts_module module = { "asker", NULL, NULL, NULL, initialize, false };
static ts_instance asker = { .module = &module };

static TS_RPC(calls, NULL);
static TS_SERIAL(serial, 1, TS_MESSAGE_SIZE(PAYLOAD));
static const ts_link links[] = { { "serial", "server", &serial.transport, &calls } };
static const ts_remote execute = { &links[0], FUNCTION_COUNT, "ii", "i", 100, "service.execute on server" };

static void step(ts_value *values) {
    (void)values;
    static uint32_t life, call;
    if (call++ == 0) {
        ts_port_entropy((uint8_t *)&life, sizeof life);
    }
    ts_console_line("begun %u-%u", (unsigned)life, (unsigned)call);
    ts_value passed[2] = { { .i32 = life }, { .i32 = call } };
    ts_remote_call(&execute, passed);
    ts_console_line(passed[0].i32 == (life ^ call) ? "returned %u-%u" : "wrong result of %u-%u", (unsigned)life, (unsigned)call);
}

static ts_instance *const instances[] = { &asker };
static TS_THREAD_STACK(step_stack, 2048);
static ts_thread step_thread;
static const ts_task tasks[] = { { "step", &asker, step, 1, &step_thread, TS_STACK(step_stack), 10 } };
const ts_node ts_this_node = { "caller", WIRING, instances, 1, tasks, 1, links, 1, NULL, 0,
                               { &step_thread, TS_STACK(step_stack), 10 } };
