// SPDX-License-Identifier: EPL-2.0
#pragma once

/* The modules of a node that both asks and is asked, and what its calls and its task take. */
#include <stddef.h>

#include "peers.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"

static void initialize(void) {
}
static const ts_module asking_module = { "asking", NULL, NULL, NULL, initialize, false };
static const ts_module asked_module = { "asked", NULL, NULL, NULL, initialize, false };
static ts_instance asking = { .module = &asking_module };
static ts_instance asked = { .module = &asked_module };
static ts_instance *const instances[] = { &asking, &asked };

static TS_RPC_SERVER(calls);
static TS_RPC(calls, &calls_server);

static TS_THREAD_STACK(step_stack, TS_START_STACK);
static ts_thread step_thread;
