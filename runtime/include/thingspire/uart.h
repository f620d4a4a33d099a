// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "thingspire/semaphore.h"

/*
 * Bytes that came in on a UART and wait for their reader. When it is full the UART is left alone, so that a sender
 * that heeds flow control waits. Filled by the receive interrupt; on Linux the host's own buffer does the job.
 */
#define TS_UART_RING 128               /* bytes; a power of two */

typedef struct ts_uart_receiver {
    ts_semaphore arrived;
    volatile uint16_t written;         /* free-running: only the interrupt writes it */
    volatile uint16_t read;            /* free-running: only the reader writes it */
    uint8_t ring[TS_UART_RING];
} ts_uart_receiver;

/* `uart` is the index into the board's UARTs. There is one reader for each. */
void ts_uart_open(unsigned uart, ts_uart_receiver *receiver);

/* Waits until there is something to read; returns the number of bytes, 0 if there were none before `deadline`. */
size_t ts_uart_read(unsigned uart, uint8_t *bytes, size_t capacity, uint64_t deadline);

/* Sends all bytes; false if that was not done before `deadline`. One thread at a time. */
bool ts_uart_write(unsigned uart, const uint8_t *bytes, size_t length, uint64_t deadline);
