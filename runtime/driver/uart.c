// SPDX-License-Identifier: EPL-2.0
#include "driver/uart.h"

#include "board.h"
#include "driver/interrupt.h"
#include "thingspire/clock.h"
#include "thingspire/uart.h"

/*
 * Receiving: the interrupt puts bytes into the reader's ring. When that is full it turns itself off and leaves the
 * byte in the UART until the reader has made room.
 *
 * Sending polls: only the writing thread waits, and those of higher priority go on.
 */
static ts_uart_receiver *receivers[TS_BOARD_UART_COUNT];

static bool is_full(const ts_uart_receiver *receiver) {
    return (uint16_t)(receiver->written - receiver->read) == TS_UART_RING;
}

static void receive(const ts_uart *uart, ts_uart_receiver *receiver) {
    bool was_empty = receiver->written == receiver->read;
    while (!is_full(receiver)) {
        int byte = uart->driver->get(uart);
        if (byte < 0) {
            break;
        }
        receiver->ring[receiver->written % TS_UART_RING] = (uint8_t)byte;
        receiver->written++;
    }
    if (is_full(receiver)) {
        ts_interrupt_disable(uart->interrupt);
    }
    if (was_empty && receiver->written != receiver->read) {
        ts_semaphore_give(&receiver->arrived);
    }
}

void ts_uart_interrupt(unsigned interrupt) {
    for (unsigned i = 0; i < TS_BOARD_UART_COUNT; i++) {
        if (ts_uarts[i].interrupt == interrupt && receivers[i] != NULL) {
            receive(&ts_uarts[i], receivers[i]);
        }
    }
}

void ts_uart_open(unsigned uart, ts_uart_receiver *receiver) {
    receivers[uart] = receiver;
    ts_uarts[uart].driver->open(&ts_uarts[uart], true);
    ts_interrupt_enable(ts_uarts[uart].interrupt);
}

size_t ts_uart_read(unsigned uart, uint8_t *bytes, size_t capacity, uint64_t deadline) {
    ts_uart_receiver *receiver = receivers[uart];
    while (receiver->written == receiver->read) {
        /* Bytes may have come and been read since it was given: then it was given in vain. */
        if (!ts_semaphore_take(&receiver->arrived, deadline)) {
            return 0;
        }
    }
    size_t length = 0;
    while (length < capacity && receiver->written != receiver->read) {
        bytes[length++] = receiver->ring[receiver->read % TS_UART_RING];
        receiver->read++;
    }
    ts_interrupt_enable(ts_uarts[uart].interrupt);
    return length;
}

bool ts_uart_write(unsigned uart, const uint8_t *bytes, size_t length, uint64_t deadline) {
    const ts_uart *to = &ts_uarts[uart];
    for (size_t i = 0; i < length; i++) {
        while (!to->driver->put(to, bytes[i])) {
            if (ts_clock_now() >= deadline) {
                return false;
            }
        }
    }
    return true;
}
