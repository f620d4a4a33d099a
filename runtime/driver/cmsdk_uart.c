// SPDX-License-Identifier: EPL-2.0
/* The UART of Arm's Cortex-M System Design Kit (ARM DDI 0479, chapter 4.3), as on the MPS2 boards. */
#include "driver/uart.h"

typedef struct cmsdk_uart {
    volatile uint32_t data;
    volatile uint32_t state;
    volatile uint32_t control;
    volatile uint32_t interrupts; /* written ones clear */
    volatile uint32_t baud_divisor;
} cmsdk_uart;

enum { STATE_TRANSMIT_FULL = 1, STATE_RECEIVE_FULL = 2 };
enum { CONTROL_TRANSMIT = 1, CONTROL_RECEIVE = 2, CONTROL_RECEIVE_INTERRUPT = 8 };
enum { INTERRUPT_RECEIVE = 2 };

static void open(const ts_uart *uart, bool receive) {
    cmsdk_uart *registers = (cmsdk_uart *)uart->base;
    registers->baud_divisor = uart->clock_hz / uart->baud;
    registers->control = CONTROL_TRANSMIT | (receive ? CONTROL_RECEIVE | CONTROL_RECEIVE_INTERRUPT : 0);
}

static bool put(const ts_uart *uart, uint8_t byte) {
    cmsdk_uart *registers = (cmsdk_uart *)uart->base;
    if ((registers->state & STATE_TRANSMIT_FULL) != 0) {
        return false;
    }
    registers->data = byte;
    return true;
}

static int get(const ts_uart *uart) {
    cmsdk_uart *registers = (cmsdk_uart *)uart->base;
    if ((registers->state & STATE_RECEIVE_FULL) == 0) {
        return -1;
    }
    /* In this order: reading the data lets the next byte come, with an interrupt of its own. */
    registers->interrupts = INTERRUPT_RECEIVE;
    return (uint8_t)registers->data;
}

const ts_uart_driver ts_cmsdk_uart = { open, put, get };
