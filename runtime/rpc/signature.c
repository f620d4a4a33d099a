// SPDX-License-Identifier: EPL-2.0
#include "rpc/signature.h"

#include <string.h>

/* Our targets are little-endian, so a value's first bytes in memory are those on the wire. */
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "values go to the wire as they are");

static size_t size_of(char letter) {
    return letter == 'l' || letter == 'd' ? 8 : 4;
}

size_t ts_values_write(const char *letters, const ts_value *values, uint8_t *bytes) {
    uint8_t *at = bytes;
    for (; *letters != '\0'; letters++, values++) {
        memcpy(at, values, size_of(*letters));
        at += size_of(*letters);
    }
    return (size_t)(at - bytes);
}

bool ts_values_read(const char *letters, ts_value *values, const uint8_t *bytes, size_t length) {
    size_t needed = 0;
    for (const char *letter = letters; *letter != '\0'; letter++) {
        needed += size_of(*letter);
    }
    if (needed != length) {
        return false;
    }
    for (; *letters != '\0'; letters++, values++) {
        memcpy(values, bytes, size_of(*letters));
        bytes += size_of(*letters);
    }
    return true;
}
