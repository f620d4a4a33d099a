// SPDX-License-Identifier: EPL-2.0
#pragma once

#include "thingspire/instance.h"

/*
 * Who calls a host function. Those that can trap are inline in headers: so they learn the address in the module they were
 * called from, which the console's report needs to name the source line.
 */
typedef struct ts_caller {
    ts_instance *instance;
    const void *site;                  /* where the call returns to */
} ts_caller;

#define TS_CALLER(instance) ((ts_caller){ (instance), __builtin_return_address(0) })
#define TS_HOST static inline __attribute__((always_inline))
