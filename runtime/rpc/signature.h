// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "thingspire/value.h"

/* Values on the wire, one after the other: 4 bytes for the letters i and f, 8 for l and d, little-endian. */

/* Returns the number of bytes written. */
size_t ts_values_write(const char *letters, const ts_value *values, uint8_t *bytes);

/* False, and nothing is read, unless `length` is exactly what the letters need. */
bool ts_values_read(const char *letters, ts_value *values, const uint8_t *bytes, size_t length);
