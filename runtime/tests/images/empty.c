// SPDX-License-Identifier: EPL-2.0
/* A node without modules: what the runtime itself needs. */
#include "thingspire/node.h"

static TS_THREAD_STACK(start_stack, TS_START_STACK);
static ts_thread start_thread;
const ts_node ts_this_node = { "empty", 1, NULL, 0, NULL, 0, NULL, 0, NULL, 0,
                               { &start_thread, TS_STACK(start_stack), TS_PRIORITY_KERNEL } };
