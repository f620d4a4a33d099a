// SPDX-License-Identifier: EPL-2.0
#include "transport/serial/frame.h"

#include <string.h>

#include "check.h"
#include "transport/crc32.h"
#include "transport/serial/cobs.h"

/* The published examples of the encoding, and blocks of every length with zeros in all kinds of places. */
static void cobs_codes_blocks(void) {
    uint8_t block[] = { 0xff, 0x11, 0x22, 0x00, 0x33 };
    ts_cobs_encode(block, 4);
    CHECK(memcmp(block, (uint8_t[]){ 0x03, 0x11, 0x22, 0x02, 0x33 }, 5) == 0);

    for (size_t length = 0; length <= TS_COBS_BLOCK; length++) {
        for (unsigned stride = 1; stride < 8; stride++) {
            uint8_t original[TS_COBS_BLOCK + 1], coded[TS_COBS_BLOCK + 1];
            for (size_t i = 1; i <= length; i++) {
                original[i] = (uint8_t)(i % stride == 0 ? 0 : i | 1);
            }
            memcpy(coded, original, sizeof coded);
            ts_cobs_encode(coded, length);
            CHECK(memchr(coded, 0, length + 1) == NULL);
            CHECK(ts_cobs_decode(coded, length + 1));
            CHECK(memcmp(coded + 1, original + 1, length) == 0);
        }
    }
}

static void cobs_refuses_what_it_never_writes(void) {
    CHECK(!ts_cobs_decode((uint8_t[]){ 0 }, 0));
    CHECK(!ts_cobs_decode((uint8_t[]){ 5, 1, 1 }, 3));
    CHECK(!ts_cobs_decode((uint8_t[]){ 2, 7, 0, 1 }, 4));
    CHECK(!ts_cobs_decode((uint8_t[TS_COBS_BLOCK + 2]){ 1 }, TS_COBS_BLOCK + 2));
}

static void crc_is_the_standard_one(void) {
    CHECK(ts_crc32((const uint8_t *)"123456789", 9) == 0xcbf43926);
    CHECK(ts_crc32((const uint8_t *)"", 0) == 0);
}

static const uint8_t message[TS_SERIAL_MTU] = { 2, 0xcd, 0, 0xab, 0, 1, 0, 0, 0xff, 7 };

static size_t encode(size_t length, uint8_t *bytes) {
    memcpy(bytes + TS_FRAME_HEAD, message, length);
    return ts_frame_encode(bytes, length);
}

static void messages_come_back_as_they_were(void) {
    for (size_t length = 1; length <= TS_SERIAL_MTU; length++) {
        uint8_t bytes[TS_FRAME_SIZE(TS_SERIAL_MTU)];
        size_t size = encode(length, bytes);
        CHECK(size == TS_FRAME_SIZE(length) && bytes[0] == 0 && bytes[size - 1] == 0 && memchr(bytes + 1, 0, size - 2) == NULL);
        CHECK(ts_frame_decode(bytes + 1, size - 2) == length);
        CHECK(memcmp(bytes + 1 + TS_FRAME_CODE, message, length) == 0);
    }
}

/* Every single bit, every byte lost, every byte twice. */
static void damaged_frames_are_refused(void) {
    uint8_t good[TS_FRAME_SIZE(TS_SERIAL_MTU)], bytes[sizeof good + 1];
    size_t length = encode(31, good) - 2;
    for (size_t bit = 0; bit < 8 * length; bit++) {
        memcpy(bytes, good + 1, length);
        bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
        CHECK(ts_frame_decode(bytes, length) == 0);
    }
    for (size_t at = 0; at < length; at++) {
        memcpy(bytes, good + 1, at);
        memcpy(bytes + at, good + 1 + at + 1, length - at - 1);
        CHECK(ts_frame_decode(bytes, length - 1) == 0);
        memcpy(bytes, good + 1, at + 1);
        memcpy(bytes + at + 1, good + 1 + at, length - at);
        CHECK(ts_frame_decode(bytes, length + 1) == 0);
        memcpy(bytes, good + 1, length);
        CHECK(ts_frame_decode(bytes, at) == 0);
    }
}

int main(void) {
    cobs_codes_blocks();
    cobs_refuses_what_it_never_writes();
    crc_is_the_standard_one();
    messages_come_back_as_they_were();
    damaged_frames_are_refused();
}
