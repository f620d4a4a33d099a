// SPDX-License-Identifier: EPL-2.0
/* A node with a link over which nobody is expected to call. */
#include "link.h"
#include "thingspire/node.h"

static TS_LINK_STATE(serial_state, PAYLOAD, NULL);
static const ts_link links[] = { { "serial", "caller", 1, &serial_state } };
static TS_THREAD_STACK(start_stack, TS_START_STACK);
static ts_thread start_thread;
const ts_node ts_this_node = { "unserved", WIRING, NULL, 0, NULL, 0, links, 1, NULL, 0,
                               { &start_thread, TS_STACK(start_stack), TS_PRIORITY_KERNEL } };
