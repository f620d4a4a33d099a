// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Consistent Overhead Byte Stuffing (Cheshire and Baker, IEEE/ACM Transactions on Networking 7(2), 1999): rewrites
 * bytes so that none is 0, at the price of one byte; 0 is free to mark the end. Here for short blocks, in place.
 */
#define TS_COBS_BLOCK 254 /* bytes at most */

/* The block is bytes[1 .. length]; its coded form is bytes[0 .. length]. */
void ts_cobs_encode(uint8_t *bytes, size_t length);

/* The coded form is bytes[0 .. length - 1]; afterwards the block is bytes[1 .. length - 1]. False if it is none. */
bool ts_cobs_decode(uint8_t *bytes, size_t length);
