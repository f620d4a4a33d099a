// SPDX-License-Identifier: EPL-2.0
#include "thingspire/serial.h"

#include "thingspire/clock.h"
#include "thingspire/link.h"
#include "transport/serial/frame.h"

static const ts_serial *serial_of(const ts_transport *transport) {
    return (const ts_serial *)transport;
}

void ts_serial_open(const ts_transport *transport) {
    ts_uart_open(serial_of(transport)->uart, serial_of(transport)->receiver);
}

bool ts_serial_send(const ts_transport *transport, size_t length, uint64_t deadline) {
    uint8_t *frame = transport->message - TS_FRAME_HEAD;
    return ts_uart_write(serial_of(transport)->uart, frame, ts_frame_encode(frame, length), deadline);
}

/* Noise is collected up to the next delimiter, and found to be no frame. Returns how much is collected now. */
static size_t take_byte(const ts_link *link, uint8_t byte, size_t collected) {
    uint8_t *frame = serial_of(link->transport)->received;
    if (byte != TS_FRAME_DELIMITER) {
        if (collected < TS_FRAME_SIZE(link->transport->mtu)) {
            frame[collected++] = byte;
        }
        return collected;
    }
    size_t length = ts_frame_decode(frame, collected);
    if (length > 0) {
        ts_link_receive(link, frame + TS_FRAME_CODE, length);
    }
    return 0;
}

void ts_serial_receive(const void *argument) {
    const ts_link *link = argument;
    size_t collected = 0;
    for (;;) {
        uint8_t bytes[16];
        size_t length = ts_uart_read(serial_of(link->transport)->uart, bytes, sizeof bytes, TS_NEVER);
        for (size_t i = 0; i < length; i++) {
            collected = take_byte(link, bytes[i], collected);
        }
    }
}
