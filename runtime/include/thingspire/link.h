// SPDX-License-Identifier: EPL-2.0
#pragma once

#include "thingspire/transport.h"

struct ts_rpc;

/* A connection to another node, as the wiring describes it. */
typedef struct ts_link {
    const char *name;              /* in the topology */
    const char *peer;              /* the node at the other end */
    const ts_transport *transport; /* what carries its messages */
    const struct ts_rpc *rpc;      /* what makes calls of them */
} ts_link;
