// SPDX-License-Identifier: EPL-2.0
#pragma once

#include "thingspire/transport.h"
#include "thingspire/uart.h"

/* A transport: messages as frames on a UART (transport/serial/frame.h). */

#define TS_SERIAL_MTU 250          /* bytes at most: a frame is one COBS block */
#define TS_FRAME_HEAD 2            /* bytes of a frame before its message, */
#define TS_FRAME_TAIL 5            /* and after it */
#define TS_FRAME_SIZE(length) (TS_FRAME_HEAD + (length) + TS_FRAME_TAIL)

typedef struct ts_serial {
    ts_transport transport;        /* must come first */
    unsigned uart;                 /* index into the board's UARTs */
    ts_uart_receiver *receiver;
    uint8_t *received;             /* room for the largest frame, TS_FRAME_SIZE(mtu) */
} ts_serial;

void ts_serial_open(const ts_transport *transport);
bool ts_serial_send(const ts_transport *transport, size_t length, uint64_t deadline);
void ts_serial_receive(const void *link);

/* Defines a ts_serial on the board's UART `uart`, for messages of at most `mtu` bytes. */
#define TS_SERIAL(name, uart, mtu) \
    ts_uart_receiver name##_receiver; \
    _Static_assert((mtu) <= TS_SERIAL_MTU, "a message fits into a frame"); \
    static uint8_t name##_sent[TS_FRAME_SIZE(mtu)]; \
    static uint8_t name##_received[TS_FRAME_SIZE(mtu)]; \
    static const ts_serial name = { \
        { ts_serial_open, ts_serial_send, ts_serial_receive, name##_sent + TS_FRAME_HEAD, mtu, TS_TRANSPORT_LOSSY }, \
        uart, &name##_receiver, name##_received }
