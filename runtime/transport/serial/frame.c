// SPDX-License-Identifier: EPL-2.0
#include "transport/serial/frame.h"

#include "transport/crc32.h"
#include "transport/serial/cobs.h"

enum { DELIMITER = 1, CRC = 4 };

_Static_assert(TS_FRAME_HEAD == DELIMITER + TS_FRAME_CODE && TS_FRAME_TAIL == CRC + DELIMITER, "what a frame consists of");
_Static_assert(TS_SERIAL_MTU + CRC == TS_COBS_BLOCK, "a frame is one COBS block");

/* Our targets are little-endian, so its bytes are those on the wire. */
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the CRC is sent as it is");

typedef struct __attribute__((packed)) unaligned_word {
    uint32_t value;
} unaligned_word;

static unaligned_word *crc_after(uint8_t *message, size_t length) {
    return (unaligned_word *)(message + length);
}

size_t ts_frame_encode(uint8_t *bytes, size_t length) {
    uint8_t *message = bytes + TS_FRAME_HEAD;
    crc_after(message, length)->value = ts_crc32(message, length);
    ts_cobs_encode(message - TS_FRAME_CODE, length + CRC);
    bytes[0] = TS_FRAME_DELIMITER;
    message[length + CRC] = TS_FRAME_DELIMITER;
    return TS_FRAME_SIZE(length);
}

size_t ts_frame_decode(uint8_t *bytes, size_t length) {
    if (length <= TS_FRAME_CODE + CRC || !ts_cobs_decode(bytes, length)) {
        return 0;
    }
    uint8_t *message = bytes + TS_FRAME_CODE;
    length -= TS_FRAME_CODE + CRC;
    return crc_after(message, length)->value == ts_crc32(message, length) ? length : 0;
}
