// SPDX-License-Identifier: EPL-2.0
/* CRC-32 as in IEEE 802.3: with a table of 256 entries, and bit by bit. */
#include <stddef.h>
#include <stdint.h>

enum { LENGTH = 16 * 1024, BITWISE_LENGTH = 2 * 1024 };

static const uint32_t polynomial = 0xEDB88320u;

static uint32_t table[256];
static uint8_t message[LENGTH];

static uint32_t shift_byte(uint32_t crc) {
    for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1u) != 0 ? (crc >> 1) ^ polynomial : crc >> 1;
    }
    return crc;
}

void kernel_init(void) {
    uint32_t random = 1;
    for (uint32_t i = 0; i < 256; i++) {
        table[i] = shift_byte(i);
    }
    for (size_t i = 0; i < LENGTH; i++) {
        random = random * 1664525u + 1013904223u;
        message[i] = (uint8_t)(random >> 24);
    }
}

static uint32_t crc_by_table(const uint8_t *bytes, size_t length) {
    uint32_t crc = ~0u;
    for (size_t i = 0; i < length; i++) {
        crc = table[(crc ^ bytes[i]) & 0xFFu] ^ (crc >> 8);
    }
    return ~crc;
}

static uint32_t crc_by_bits(const uint8_t *bytes, size_t length) {
    uint32_t crc = ~0u;
    for (size_t i = 0; i < length; i++) {
        crc = shift_byte(crc ^ bytes[i]);
    }
    return ~crc;
}

int kernel(void) {
    return (int)(crc_by_table(message, LENGTH) ^ crc_by_bits(message, BITWISE_LENGTH));
}
