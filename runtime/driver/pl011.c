// SPDX-License-Identifier: EPL-2.0
/* Arm's PrimeCell UART (ARM DDI 0183, chapter 3), without its queues. Its clock and pins are set up by the board. */
#include "driver/uart.h"

typedef struct pl011 {
    volatile uint32_t data;
    volatile uint32_t error;
    uint32_t reserved[4];
    volatile uint32_t flags;
    uint32_t reserved2[2];
    volatile uint32_t baud_integer;
    volatile uint32_t baud_fraction;   /* in 64ths */
    volatile uint32_t line_control;
    volatile uint32_t control;
    volatile uint32_t queue_levels;
    volatile uint32_t interrupt_mask;
} pl011;

enum { FLAG_RECEIVE_EMPTY = 1 << 4, FLAG_TRANSMIT_FULL = 1 << 5 };
enum { LINE_EIGHT_BITS = 3 << 5 };
enum { CONTROL_ENABLE = 1 << 0, CONTROL_TRANSMIT = 1 << 8, CONTROL_RECEIVE = 1 << 9 };
enum { INTERRUPT_RECEIVE = 1 << 4 };

static void open(const ts_uart *uart, bool receive) {
    pl011 *registers = (pl011 *)uart->base;
    uint32_t divisor_64ths = (uart->clock_hz * 4u + uart->baud / 2u) / uart->baud; /* of the clock divided by 16 */
    registers->baud_integer = divisor_64ths / 64u;
    registers->baud_fraction = divisor_64ths % 64u;
    registers->line_control = LINE_EIGHT_BITS;
    registers->interrupt_mask = receive ? INTERRUPT_RECEIVE : 0;
    registers->control = CONTROL_ENABLE | CONTROL_TRANSMIT | (receive ? CONTROL_RECEIVE : 0);
}

static bool put(const ts_uart *uart, uint8_t byte) {
    pl011 *registers = (pl011 *)uart->base;
    if ((registers->flags & FLAG_TRANSMIT_FULL) != 0) {
        return false;
    }
    registers->data = byte;
    return true;
}

static int get(const ts_uart *uart) {
    pl011 *registers = (pl011 *)uart->base;
    if ((registers->flags & FLAG_RECEIVE_EMPTY) != 0) {
        return -1;
    }
    return (uint8_t)registers->data; /* which ends its interrupt */
}

const ts_uart_driver ts_pl011 = { open, put, get };
