// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* Something that is on or off: a pin, an LED. Facts from board.json. */
struct ts_output_driver;

typedef struct ts_output {
    const char *name;
    const struct ts_output_driver *driver;
    uintptr_t base;
    unsigned bit;
} ts_output;

typedef struct ts_output_driver {
    /* Makes it an output that is off. */
    void (*open)(const ts_output *output);
    void (*set)(const ts_output *output, bool on);
} ts_output_driver;

extern const ts_output ts_outputs[];
