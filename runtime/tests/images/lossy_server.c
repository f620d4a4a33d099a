// SPDX-License-Identifier: EPL-2.0
/* A node that says which calls it executes. */
#include <stddef.h>

#include "kernel/console.h"
#include "peers.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"
#include "thingspire/serial.h"

static void initialize(void) {
}
static const ts_module module = { "service", NULL, NULL, NULL, initialize, false };
static ts_instance service = { .module = &module };

static TS_RPC_SERVER(calls);
static TS_RPC(calls, &calls_server);
static TS_SERIAL(serial, 1, TS_MESSAGE_SIZE(PAYLOAD));
static const ts_link links[] = { { "serial", "caller", &serial.transport, &calls } };

static void execute(ts_value *values) {
    ts_console_line("executed %u-%u", (unsigned)values[0].i32, (unsigned)values[1].i32);
    values[0].i32 ^= values[1].i32;
}

static ts_instance *const instances[] = { &service };
static const ts_served served[] = { { FUNCTION_COUNT, &service, execute, "ii", "i" } };
const ts_node ts_this_node = { "server", WIRING, instances, 1, NULL, 0, links, 1, served, 1,
                               { &calls_serving, TS_STACK(calls_serve_stack), TS_PRIORITY_SERVE } };
