// SPDX-License-Identifier: EPL-2.0
/* A node with a link over which nobody is expected to call. */
#include "peers.h"
#include "thingspire/node.h"
#include "thingspire/serial.h"

static TS_RPC(calls, NULL);
static TS_SERIAL(serial, 1, TS_MESSAGE_SIZE(PAYLOAD));
static const ts_link links[] = { { "serial", "caller", &serial.transport, &calls } };
static TS_THREAD_STACK(start_stack, TS_START_STACK);
static ts_thread start_thread;
const ts_node ts_this_node = { "unserved", WIRING, NULL, 0, NULL, 0, links, 1, NULL, 0,
                               { &start_thread, TS_STACK(start_stack), TS_PRIORITY_KERNEL } };
