// SPDX-License-Identifier: EPL-2.0
/* A pin of Stellaris GPIO (LM3S6965 data sheet, chapter 8). The port's clock is set up by the board. */
#include "driver/output.h"

enum { DIRECTION = 0x400, DIGITAL_ENABLE = 0x51c };

static volatile uint32_t *port_register(const ts_output *output, uintptr_t offset) {
    return (volatile uint32_t *)(output->base + offset);
}

/* Address bits 2 to 9 say which pins an access to the data register means. */
static void set(const ts_output *output, bool on) {
    *port_register(output, (uintptr_t)4 << output->bit) = (uint32_t)on << output->bit;
}

static void open(const ts_output *output) {
    set(output, false);
    *port_register(output, DIRECTION) |= 1u << output->bit;
    *port_register(output, DIGITAL_ENABLE) |= 1u << output->bit;
}

const ts_output_driver ts_stellaris_gpio = { open, set };
