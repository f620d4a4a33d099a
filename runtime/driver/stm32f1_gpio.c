// SPDX-License-Identifier: EPL-2.0
/* A pin of STM32F1 GPIO (RM0041, chapter 7). The port's clock is set up by the board. */
#include "driver/output.h"

typedef struct stm32f1_gpio {
    volatile uint32_t configuration[2];   /* four bits for each pin */
    volatile uint32_t input;
    volatile uint32_t output;
    volatile uint32_t set_reset;          /* the upper half resets */
} stm32f1_gpio;

enum { PINS_IN_REGISTER = 8, BITS_OF_PIN = 4, OUTPUT_2_MHZ = 2 };

static void set(const ts_output *output, bool on) {
    ((stm32f1_gpio *)output->base)->set_reset = on ? 1u << output->bit : 0x10000u << output->bit;
}

static void open(const ts_output *output) {
    set(output, false);
    volatile uint32_t *configuration = &((stm32f1_gpio *)output->base)->configuration[output->bit / PINS_IN_REGISTER];
    unsigned shift = output->bit % PINS_IN_REGISTER * BITS_OF_PIN;
    *configuration = (*configuration & ~(0xfu << shift)) | (uint32_t)OUTPUT_2_MHZ << shift;
}

const ts_output_driver ts_stm32f1_gpio = { open, set };
