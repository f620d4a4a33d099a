// SPDX-License-Identifier: EPL-2.0
/* A pin of the STM32F2/F4's ports as a push-pull output (RM0090, chapter 8). The port's base tells its clock's bit. */
#include "driver/output.h"

typedef struct stm32_gpio {
    volatile uint32_t mode;            /* two bits for each pin */
    volatile uint32_t output_type;
    volatile uint32_t speed;
    volatile uint32_t pull;
    volatile uint32_t input;
    volatile uint32_t output;
    volatile uint32_t set_reset;
} stm32_gpio;

#define RCC_AHB1ENR (*(volatile uint32_t *)0x40023830)
#define GPIOA 0x40020000u
#define GPIO_STRIDE 0x400u
#define MODE_OUTPUT 1u

static stm32_gpio *port(const ts_output *output) {
    return (stm32_gpio *)output->base;
}

static void set(const ts_output *output, bool on) {
    port(output)->set_reset = 1u << (on ? output->bit : output->bit + 16);
}

static void open(const ts_output *output) {
    RCC_AHB1ENR |= 1u << (output->base - GPIOA) / GPIO_STRIDE;
    set(output, false);
    uint32_t others = port(output)->mode & ~(3u << output->bit * 2);
    port(output)->mode = others | MODE_OUTPUT << output->bit * 2;
}

const ts_output_driver ts_stm32_gpio = { open, set };
