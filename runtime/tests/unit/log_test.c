// SPDX-License-Identifier: EPL-2.0
/* The SDK's formatting, compiled for this machine: the import is defined here. */
#include "thingspire.h"

#include <string.h>

#include "check.h"

static char written[TS_LOG_LENGTH + 1];

void ts_log_write(const char *text, size_t length) {
    CHECK(length <= TS_LOG_LENGTH);
    memcpy(written, text, length);
    written[length] = '\0';
}

#define LOGS(expected, ...) \
    do { \
        ts_log(__VA_ARGS__); \
        CHECK(strcmp(written, expected) == 0); \
    } while (0)

int main(void) {
    LOGS("plain", "plain");
    LOGS("-2147483648 0 7 4294967295 beef", "%d %d %d %u %x", -2147483647 - 1, 0, 7, 4294967295u, 0xbeefu);
    LOGS("a text, c, 100%", "%s, %c, 100%%", "a text", 'c');
    LOGS("21.50 -0.125000 2.000", "%.2f %f %.3f", 21.5, -0.125, 1.9996);
    LOGS("0.000001 1000000000000000000.0", "%f %.1f", 0.000001, 1e18);
    LOGS("big", "%f", 1e20);

    char longer[2 * TS_LOG_LENGTH + 1];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    ts_log("%s", longer);
    CHECK(strlen(written) == TS_LOG_LENGTH);
}
