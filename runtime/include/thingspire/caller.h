// SPDX-License-Identifier: EPL-2.0
#pragma once

#include "thingspire/instance.h"

/*
 * Who calls a host function: the first parameter of each. The address in the module is what the console's report of a trap
 * needs to name the source line.
 */
typedef struct ts_caller {
    ts_instance *instance;
    const void *site;                  /* where the call returns to */
} ts_caller;

/* In the function that the module called. */
#define TS_CALLER(instance) ((ts_caller){ (instance), __builtin_return_address(0) })
