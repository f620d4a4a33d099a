// SPDX-License-Identifier: EPL-2.0
/* The USART of the STM32F1, F2 and F4 series (RM0090, chapter 30). Its clock and pins are set up by the board. */
#include "driver/uart.h"

typedef struct stm32_usart {
    volatile uint32_t status;
    volatile uint32_t data;
    volatile uint32_t baud_rate;
    volatile uint32_t control;
} stm32_usart;

enum { STATUS_RECEIVED = 1 << 5, STATUS_TRANSMIT_EMPTY = 1 << 7 };
enum { CONTROL_RECEIVE = 1 << 2, CONTROL_TRANSMIT = 1 << 3, CONTROL_RECEIVE_INTERRUPT = 1 << 5, CONTROL_ENABLE = 1 << 13 };

static void open(const ts_uart *uart, bool receive) {
    stm32_usart *registers = (stm32_usart *)uart->base;
    /* A fixed-point number with four binary places, of the clock divided by 16: so simply the quotient. */
    registers->baud_rate = (uart->clock_hz + uart->baud / 2) / uart->baud;
    registers->control = CONTROL_ENABLE | CONTROL_TRANSMIT | (receive ? CONTROL_RECEIVE | CONTROL_RECEIVE_INTERRUPT : 0);
}

static bool put(const ts_uart *uart, uint8_t byte) {
    stm32_usart *registers = (stm32_usart *)uart->base;
    if ((registers->status & STATUS_TRANSMIT_EMPTY) == 0) {
        return false;
    }
    registers->data = byte;
    return true;
}

static int get(const ts_uart *uart) {
    stm32_usart *registers = (stm32_usart *)uart->base;
    if ((registers->status & STATUS_RECEIVED) == 0) {
        return -1;
    }
    return (uint8_t)registers->data;
}

const ts_uart_driver ts_stm32_usart = { open, put, get };
