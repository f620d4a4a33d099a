// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

#include "thingspire/instance.h"
#include "thingspire/value.h"

/*
 * A connection to another node. The wiring describes it; `state` (RAM) belongs to the link layer.
 * A signature is two strings with one letter for each value: i = i32, l = i64, f = f32, d = f64.
 */
typedef struct ts_link_state ts_link_state;

typedef struct ts_link {
    const char *name;          /* in the topology */
    const char *peer;          /* the node at the other end */
    unsigned uart;             /* index into the board's UARTs */
    ts_link_state *state;      /* one TS_LINK_STATE(name) for each link */
} ts_link;

/* A function of a module on another node. */
typedef struct ts_remote {
    const ts_link *link;
    uint16_t function;         /* its number, the same in all images of one topology */
    const char *parameters;
    const char *results;
    uint32_t deadline_ms;      /* after that the call traps in the caller */
    const char *name;          /* "history.record on gateway", for the trap's text */
} ts_remote;

/* A function of a module on this node that other nodes call. */
typedef struct ts_served {
    uint16_t function;
    ts_instance *instance;
    ts_entry entry;
    const char *parameters;
    const char *results;
} ts_served;

/* Sends the arguments and waits for the results. Traps in the calling module if there are none. */
void ts_remote_call(const ts_remote *remote, ts_value *values);
