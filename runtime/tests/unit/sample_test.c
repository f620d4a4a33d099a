// SPDX-License-Identifier: EPL-2.0
#include "host/sample.h"

#include <string.h>

#include "check.h"

static bool parse(const char *line, ts_sample *sample) {
    return ts_sample_parse(line, strlen(line), 4, sample);
}

static void lines_are_read(void) {
    static const struct {
        const char *line;
        uint32_t channel;
        float value;
    } cases[] = {
        { "0 21.5", 0, 21.5f },          { "3 -0.001", 3, -0.001f },     { "1 0", 1, 0 },
        { "2 1013.25", 2, 1013.25f },    { "0 16777216", 0, 16777216 },  { "0 0.1234567", 0, 0.1234567f },
        { "0 3.14159265358979", 0, 3.14159265358979f },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ts_sample sample;
        CHECK(parse(cases[i].line, &sample));
        CHECK(sample.channel == cases[i].channel && sample.value == cases[i].value);
    }
}

static void other_lines_are_refused(void) {
    static const char *const cases[] = {
        "", "0", "0 ", " 0 1", "4 1", "x 1", "0 x", "0 1.", "0 .5", "0 1 ", "0  1", "0 1e3", "0 --1", "0 +1", "0 12345678901", "-1 1", "0,1",
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ts_sample sample;
        CHECK(!parse(cases[i], &sample));
    }
}

int main(void) {
    lines_are_read();
    other_lines_are_refused();
}
