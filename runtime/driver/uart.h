// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* A UART of the board: facts from board.json. */
struct ts_uart_driver;

typedef struct ts_uart {
    const struct ts_uart_driver *driver;
    uintptr_t base;
    uint32_t clock_hz;                 /* what feeds its baud rate generator */
    uint32_t baud;
    unsigned interrupt;                /* the one that says that a byte came */
} ts_uart;

/* What differs between kinds of UART. 8 data bits, no parity, one stop bit. */
typedef struct ts_uart_driver {
    /* Sets the rate and enables the transmitter and, if so wished, the receiver with its interrupt. */
    void (*open)(const ts_uart *uart, bool receive);
    /* False if the transmitter is busy. */
    bool (*put)(const ts_uart *uart, uint8_t byte);
    /* The byte that came, -1 if there is none. Its interrupt is over when there is none. */
    int (*get)(const ts_uart *uart);
} ts_uart_driver;

/* From driver/uarts.c, by the index that the wiring uses. */
extern const ts_uart ts_uarts[];

/* The handler of the board's interrupt of that number. */
void ts_uart_interrupt(unsigned interrupt);

/* Before anything is written to the console. */
void ts_console_open(void);
