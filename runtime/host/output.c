// SPDX-License-Identifier: EPL-2.0
/* output.wit: the board's outputs, by their place in its board.json. Not 0 means on. */
#include "board.h"
#include "driver/output.h"
#include "host/memory.h"
#include "host/start.h"
#include "thingspire/mutex.h"

/* Outputs share registers: one thread at a time. */
static ts_mutex lock;
static bool is_on[TS_BOARD_OUTPUT_COUNT]; /* what each was told; what the pin really does, does not show */

void ts_output_start(void) {
    for (unsigned i = 0; i < TS_BOARD_OUTPUT_COUNT; i++) {
        ts_outputs[i].driver->open(&ts_outputs[i]);
    }
}

void ts_host_output_set(ts_caller caller, int32_t channel, int32_t value) {
    ts_host_index(caller, (uint32_t)channel, TS_BOARD_OUTPUT_COUNT, "output channel");
    ts_mutex_lock(&lock);
    is_on[channel] = value != 0;
    ts_outputs[channel].driver->set(&ts_outputs[channel], is_on[channel]);
    ts_mutex_unlock(&lock);
}

int32_t ts_host_output_get(ts_caller caller, int32_t channel) {
    ts_host_index(caller, (uint32_t)channel, TS_BOARD_OUTPUT_COUNT, "output channel");
    return is_on[channel];
}
