// SPDX-License-Identifier: EPL-2.0
/* thingspire:host/clock */
#include "thingspire/clock.h"

#include "thingspire/host.h"

uint64_t ts_host_clock_now(ts_instance *caller) {
    (void)caller;
    return ts_clock_now();
}
