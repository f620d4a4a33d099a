// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "thingspire/instance.h"
#include "thingspire/rpc.h"
#include "thingspire/thread.h"

/* What the generated wiring tells the runtime about its node. */

typedef struct ts_task {
    const char *name;
    ts_instance *instance;
    ts_entry entry;
    uint32_t period_ms;        /* 0: once at start */
    ts_thread *thread;
    ts_stack stack;
    uint8_t priority;          /* TS_PRIORITY_LOWEST .. TS_PRIORITY_HIGHEST */
} ts_task;

/*
 * The thread that brings the node up. It goes on as the task, or as the server of a link, that has the same thread: so
 * that no RAM lies idle after the start. If nobody has the same, it ends.
 */
typedef struct ts_starter {
    ts_thread *thread;
    ts_stack stack;            /* at least TS_START_STACK bytes; modules' start functions run on it */
    uint8_t priority;          /* that of what it goes on as */
} ts_starter;

#define TS_START_STACK 2048    /* bytes */

typedef struct ts_node {
    const char *name;
    uint16_t wiring;           /* fingerprint of all nodes' wiring: frames of another topology are refused */
    ts_instance *const *instances;
    size_t instance_count;
    const ts_task *tasks;
    size_t task_count;
    const ts_link *links;
    size_t link_count;
    const ts_served *served;
    size_t served_count;
    ts_starter starter;
} ts_node;

extern const ts_node ts_this_node;
