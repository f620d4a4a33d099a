// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "thingspire/serial.h"

/*
 * A message on a UART:
 *
 *   0x00 | COBS( message | CRC-32 of it:4, little-endian ) | 0x00
 *
 * The first delimiter ends whatever noise came before.
 */
#define TS_FRAME_DELIMITER 0
#define TS_FRAME_CODE 1            /* bytes that COBS puts before its block */

/*
 * Makes a frame of the message at bytes + TS_FRAME_HEAD; there are TS_FRAME_SIZE(length) bytes. Returns the frame's
 * length.
 */
size_t ts_frame_encode(uint8_t *bytes, size_t length);

/*
 * Reads what stood between two delimiters, in place: the message is then at bytes + TS_FRAME_CODE. Returns its length,
 * 0 if it is damaged. Decode the same bytes once only.
 */
size_t ts_frame_decode(uint8_t *bytes, size_t length);
