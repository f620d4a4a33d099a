// SPDX-License-Identifier: EPL-2.0
#include "link/frame.h"

#include <string.h>

#include "link/cobs.h"
#include "link/crc32.h"

_Static_assert(TS_FRAME_CODED - 1 <= TS_COBS_BLOCK, "a frame is one COBS block");

enum { DELIMITER = 1, CODE = 1, CRC = 4 };

static void store(uint8_t *at, uint32_t value, size_t size) {
    for (size_t i = 0; i < size; i++) {
        at[i] = (uint8_t)(value >> 8 * i);
    }
}

static uint32_t load(const uint8_t *at, size_t size) {
    uint32_t value = 0;
    for (size_t i = 0; i < size; i++) {
        value |= (uint32_t)at[i] << 8 * i;
    }
    return value;
}

uint8_t *ts_frame_payload(uint8_t *bytes) {
    return bytes + DELIMITER + CODE + TS_FRAME_HEADER;
}

size_t ts_frame_encode(const ts_frame *frame, uint8_t *bytes) {
    uint8_t *header = bytes + DELIMITER + CODE;
    store(header, frame->kind, 1);
    store(header + 1, frame->session, 4);
    store(header + 5, frame->call, 4);
    store(header + 9, frame->function, 2);
    memmove(header + TS_FRAME_HEADER, frame->payload, frame->length);
    size_t length = TS_FRAME_HEADER + frame->length;
    store(header + length, ts_crc32(header, length), CRC);
    length += CRC;
    ts_cobs_encode(header - CODE, length);
    bytes[0] = 0;
    header[length] = 0;
    return DELIMITER + CODE + length + DELIMITER;
}

bool ts_frame_decode(uint8_t *bytes, size_t length, ts_frame *frame) {
    if (length < CODE + TS_FRAME_HEADER + CRC || length > TS_FRAME_CODED || !ts_cobs_decode(bytes, length)) {
        return false;
    }
    const uint8_t *header = bytes + CODE;
    length -= CODE + CRC;
    if (load(header + length, CRC) != ts_crc32(header, length)) {
        return false;
    }
    *frame = (ts_frame){
        .kind = (ts_frame_kind)load(header, 1),
        .session = load(header + 1, 4),
        .call = load(header + 5, 4),
        .function = (uint16_t)load(header + 9, 2),
        .payload = header + TS_FRAME_HEADER,
        .length = length - TS_FRAME_HEADER,
    };
    return true;
}
