// SPDX-License-Identifier: EPL-2.0
/* clock.wit */
#include "thingspire/clock.h"

#include "host.h"

uint64_t ts_host_clock_now(ts_caller caller) {
    (void)caller;
    return ts_clock_now();
}
