// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stddef.h>
#include <stdint.h>

/* CRC-32 of IEEE 802.3 (reflected, polynomial 0x04c11db7): that of "123456789" is 0xcbf43926. */
uint32_t ts_crc32(const uint8_t *bytes, size_t length);
