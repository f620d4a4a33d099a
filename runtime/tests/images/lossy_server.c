// SPDX-License-Identifier: EPL-2.0
/* A node that says which calls it executes. */
#include <stddef.h>

#include "kernel/console.h"
#include "link.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"

static void initialize(void) {
}
static const ts_module module = { "service", NULL, NULL, NULL, initialize, false };
static ts_instance service = { .module = &module };

static TS_LINK_SERVER(serial_state);
static TS_LINK_STATE(serial_state, PAYLOAD, &serial_state_server);
static const ts_link links[] = { { "serial", "caller", 1, &serial_state } };

static void execute(ts_value *values) {
    ts_console_line("executed %u-%u", (unsigned)values[0].i32, (unsigned)values[1].i32);
    values[0].i32 ^= values[1].i32;
}

static ts_instance *const instances[] = { &service };
static const ts_served served[] = { { FUNCTION_COUNT, &service, execute, "ii", "i" } };
const ts_node ts_this_node = { "server", WIRING, instances, 1, NULL, 0, links, 1, served, 1,
                               { &serial_state_serving, TS_STACK(serial_state_serve_stack), TS_PRIORITY_SERVE } };
