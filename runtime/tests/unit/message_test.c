// SPDX-License-Identifier: EPL-2.0
#include "rpc/message.h"

#include <string.h>

#include "check.h"
#include "rpc/signature.h"

static const uint8_t payload[TS_RPC_PAYLOAD] = { 1, 0, 0, 0xff, 7 };

static void numbers_are_little_endian(void) {
    const ts_message message = { TS_MESSAGE_CALL, 0x04030201, 0x08070605, 0x0a09, payload, 1 };
    uint8_t bytes[TS_MESSAGE_SIZE(1)];
    CHECK(ts_message_write(&message, bytes) == sizeof bytes);
    CHECK(memcmp(bytes, (uint8_t[]){ 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1 }, sizeof bytes) == 0);
}

static void messages_come_back_as_they_were(void) {
    for (size_t length = 0; length <= TS_RPC_PAYLOAD; length++) {
        const ts_message message = { TS_MESSAGE_CALL, 0x00ab00cd, 0xfffefd00, 0x0100, payload, length };
        uint8_t bytes[TS_MESSAGE_SIZE(TS_RPC_PAYLOAD)];
        size_t size = ts_message_write(&message, bytes);
        CHECK(size == TS_MESSAGE_SIZE(length));
        ts_message read;
        CHECK(ts_message_read(&read, bytes, size));
        CHECK(read.kind == TS_MESSAGE_CALL && read.session == 0x00ab00cd && read.call == 0xfffefd00 && read.function == 0x0100);
        CHECK(read.length == length && memcmp(read.payload, payload, length) == 0);
    }
}

static void what_is_too_short_is_no_message(void) {
    ts_message read;
    for (size_t length = 0; length < TS_MESSAGE_HEADER; length++) {
        CHECK(!ts_message_read(&read, payload, length));
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
    numbers_are_little_endian();
    messages_come_back_as_they_were();
    what_is_too_short_is_no_message();
    values_follow_each_other_little_endian();
}
