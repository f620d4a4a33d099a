// SPDX-License-Identifier: EPL-2.0
#include "host/sample.h"

typedef struct text {
    const char *at;
    const char *end;
} text;

static bool next_is(const text *in, char wanted) {
    return in->at < in->end && *in->at == wanted;
}

static bool next_is_digit(const text *in) {
    return in->at < in->end && *in->at >= '0' && *in->at <= '9';
}

/* Appends digits to `number`; false if it would exceed nine of them. */
static bool digits(text *in, uint32_t *number) {
    while (next_is_digit(in)) {
        if (*number >= 100000000u) {
            return false;
        }
        *number = *number * 10 + (uint32_t)(*in->at++ - '0');
    }
    return true;
}

static bool channel(text *in, uint32_t channels, uint32_t *value) {
    *value = 0;
    return next_is_digit(in) && digits(in, value) && *value < channels;
}

/* Digits of the fraction that make no difference to a float are passed over. */
static bool decimal(text *in, float *value) {
    bool negative = next_is(in, '-');
    if (negative) {
        in->at++;
    }
    uint32_t number = 0;
    if (!next_is_digit(in) || !digits(in, &number)) {
        return false;
    }
    float scale = 1;
    if (next_is(in, '.')) {
        in->at++;
        if (!next_is_digit(in)) {
            return false;
        }
        for (; next_is_digit(in); in->at++) {
            if (number < 100000000u) {
                number = number * 10 + (uint32_t)(*in->at - '0');
                scale *= 10;
            }
        }
    }
    *value = (float)number / scale;
    if (negative) {
        *value = -*value;
    }
    return true;
}

bool ts_sample_parse(const char *line, size_t length, uint32_t channels, ts_sample *sample) {
    text in = { line, line + length };
    if (!channel(&in, channels, &sample->channel) || !next_is(&in, ' ')) {
        return false;
    }
    in.at++;
    return decimal(&in, &sample->value) && in.at == in.end;
}
