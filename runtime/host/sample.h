// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One line of a serial converter: `<channel> <decimal value>`, the value like -12.5. Without the line end. */
typedef struct ts_sample {
    uint32_t channel;
    float value;
} ts_sample;

#define TS_SAMPLE_LINE 32 /* characters at most */

/*
 * False if the line is none, or the channel not below `channels`. The value is exact to within one unit in the last
 * place of a float, and correctly rounded up to seven digits.
 */
bool ts_sample_parse(const char *line, size_t length, uint32_t channels, ts_sample *sample);
