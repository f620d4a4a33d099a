// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "thingspire/mutex.h"

/*
 * A module as it is placed on this node. The generated wiring defines one for each placement; all addresses are
 * symbols of the module's own object file, so they are constants after linking.
 */
typedef struct ts_module {
    const char *name;              /* the module's name in the topology */
    uint8_t *memory;               /* linear memory, NULL if the module has none */
    const uint32_t *memory_size;   /* how many bytes of it can be accessed now */
    uint32_t *stack_pointer;       /* the global that C uses as such, NULL if the module has none */
    void (*initialize)(void);      /* copies data and element segments, runs the start function; may trap */
    bool restarts;                 /* initialized anew after a trap, before the next invocation */
} ts_module;

/* A module is single-threaded: an invocation holds `lock` while it runs. */
typedef struct ts_instance {
    const ts_module *module;
    ts_mutex lock;
} ts_instance;
