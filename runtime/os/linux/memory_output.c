// SPDX-License-Identifier: EPL-2.0
/* An output of a machine that has none: it is kept in memory, and its changes are written to the console. */
#include "kernel/console.h"
#include "driver/output.h"

static uint32_t outputs; /* guarded by the caller's lock */

static void open(const ts_output *output) {
    outputs &= ~(1u << output->bit);
}

static void set(const ts_output *output, bool on) {
    uint32_t before = outputs;
    outputs = (outputs & ~(1u << output->bit)) | (uint32_t)on << output->bit;
    if (outputs != before) {
        ts_console_line("output %s = %u", output->name, (unsigned)on);
    }
}

const ts_output_driver ts_memory_output = { open, set };
