// SPDX-License-Identifier: EPL-2.0
#include "link/frame.h"

#include <string.h>

#include "check.h"
#include "link/cobs.h"
#include "link/crc32.h"
#include "link/signature.h"

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

static const uint8_t payload[TS_LINK_PAYLOAD] = { 1, 0, 0, 0xff, 7 };

static size_t encode(size_t length, uint8_t *bytes) {
    const ts_frame frame = { TS_FRAME_CALL, 0x00ab00cd, 0xfffefd00, 0x0100, payload, length };
    return ts_frame_encode(&frame, bytes);
}

static void frames_come_back_as_they_were(void) {
    for (size_t length = 0; length <= TS_LINK_PAYLOAD; length++) {
        uint8_t bytes[TS_FRAME_SIZE(TS_LINK_PAYLOAD)];
        size_t size = encode(length, bytes);
        CHECK(size <= TS_FRAME_SIZE(length) && bytes[0] == 0 && bytes[size - 1] == 0 && memchr(bytes + 1, 0, size - 2) == NULL);
        ts_frame frame;
        CHECK(ts_frame_decode(bytes + 1, size - 2, &frame));
        CHECK(frame.kind == TS_FRAME_CALL && frame.session == 0x00ab00cd && frame.call == 0xfffefd00 && frame.function == 0x0100);
        CHECK(frame.length == length && memcmp(frame.payload, payload, length) == 0);
    }
}

/* Every single bit, every byte lost, every byte twice. */
static void damaged_frames_are_refused(void) {
    uint8_t good[TS_FRAME_SIZE(TS_LINK_PAYLOAD)], bytes[sizeof good + 1];
    size_t length = encode(20, good) - 2;
    ts_frame frame;
    for (size_t bit = 0; bit < 8 * length; bit++) {
        memcpy(bytes, good + 1, length);
        bytes[bit / 8] ^= (uint8_t)(1u << bit % 8);
        CHECK(!ts_frame_decode(bytes, length, &frame));
    }
    for (size_t at = 0; at < length; at++) {
        memcpy(bytes, good + 1, at);
        memcpy(bytes + at, good + 1 + at + 1, length - at - 1);
        CHECK(!ts_frame_decode(bytes, length - 1, &frame));
        memcpy(bytes, good + 1, at + 1);
        memcpy(bytes + at + 1, good + 1 + at, length - at);
        CHECK(!ts_frame_decode(bytes, length + 1, &frame));
        memcpy(bytes, good + 1, length);
        CHECK(!ts_frame_decode(bytes, at, &frame));
    }
}

static void values_follow_each_other_little_endian(void) {
    const ts_value values[] = { { .i32 = 0x04030201 }, { .i64 = 0x0c0b0a0908070605 }, { .f32 = 1 }, { .f64 = -2 } };
    uint8_t bytes[24];
    CHECK(ts_values_write("ilfd", values, bytes) == 24);
    CHECK(memcmp(bytes, (uint8_t[]){ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0, 0, 0x80, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0xc0 }, 24) == 0);
    ts_value read[4];
    CHECK(ts_values_read("ilfd", read, bytes, 24));
    CHECK(read[0].i32 == values[0].i32 && read[1].i64 == values[1].i64 && read[2].f32 == 1 && read[3].f64 == -2);
    CHECK(!ts_values_read("ilfd", read, bytes, 23) && !ts_values_read("il", read, bytes, 24));
}

int main(void) {
    cobs_codes_blocks();
    cobs_refuses_what_it_never_writes();
    crc_is_the_standard_one();
    frames_come_back_as_they_were();
    damaged_frames_are_refused();
    values_follow_each_other_little_endian();
}
