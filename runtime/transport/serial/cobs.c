// SPDX-License-Identifier: EPL-2.0
#include "transport/serial/cobs.h"

/* bytes[0] and what were the zeros form a chain: each tells the distance to the next, the last that to the end. */

void ts_cobs_encode(uint8_t *bytes, size_t length) {
    size_t next = length + 1;
    for (size_t i = length; i > 0; i--) {
        if (bytes[i] == 0) {
            bytes[i] = (uint8_t)(next - i);
            next = i;
        }
    }
    bytes[0] = (uint8_t)next;
}

bool ts_cobs_decode(uint8_t *bytes, size_t length) {
    if (length == 0 || length > TS_COBS_BLOCK + 1) {
        return false;
    }
    size_t next = 0;
    while (next < length) {
        uint8_t distance = bytes[next];
        if (distance == 0) {
            return false;
        }
        bytes[next] = 0;
        next += distance;
    }
    return next == length;
}
