// SPDX-License-Identifier: EPL-2.0
/* The user LEDs of an MPS2 board: a bit each in the LED register of its FPGA (Arm AN385, "FPGA system control"). */
#include "driver/output.h"

static volatile uint32_t *leds(const ts_output *output) {
    return (volatile uint32_t *)output->base;
}

static void set(const ts_output *output, bool on) {
    uint32_t others = *leds(output) & ~(1u << output->bit);
    *leds(output) = others | (uint32_t)on << output->bit;
}

static void open(const ts_output *output) {
    set(output, false);
}

const ts_output_driver ts_mps2_led = { open, set };
