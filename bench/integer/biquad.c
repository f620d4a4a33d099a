// SPDX-License-Identifier: EPL-2.0
/* Four second-order sections in a row, direct form 1, 32-bit samples (Q30 coefficients, 64-bit sums). */
#include <stdint.h>

enum { SECTIONS = 4, SAMPLES = 1500 };

typedef struct biquad {
    int32_t b0, b1, b2, a1, a2;
    int32_t x1, x2, y1, y2;
} biquad;

static biquad sections[SECTIONS];
static int32_t signal[SAMPLES];

static int32_t step(biquad *section, int32_t x) {
    int64_t sum = (int64_t)section->b0 * x + (int64_t)section->b1 * section->x1 + (int64_t)section->b2 * section->x2
        - (int64_t)section->a1 * section->y1 - (int64_t)section->a2 * section->y2;
    int32_t y = (int32_t)(sum >> 30);
    section->x2 = section->x1;
    section->x1 = x;
    section->y2 = section->y1;
    section->y1 = y;
    return y;
}

void kernel_init(void) {
    uint32_t random = 99;
    for (int i = 0; i < SECTIONS; i++) {
        sections[i] = (biquad){ .b0 = 21000000 + 500000 * i, .b1 = 42000000 + 1000000 * i, .b2 = 21000000 + 500000 * i,
                                .a1 = -1675000000 + 60000000 * i, .a2 = 690000000 - 40000000 * i };
    }
    for (int i = 0; i < SAMPLES; i++) {
        random = random * 1664525u + 1013904223u;
        signal[i] = (int32_t)random >> 8;
    }
}

int kernel(void) {
    uint32_t sum = 0;
    for (int i = 0; i < SECTIONS; i++) {
        sections[i].x1 = sections[i].x2 = sections[i].y1 = sections[i].y2 = 0;
    }
    for (int n = 0; n < SAMPLES; n++) {
        int32_t value = signal[n];
        for (int i = 0; i < SECTIONS; i++) {
            value = step(&sections[i], value);
        }
        sum = sum * 31 + (uint32_t)value;
    }
    return (int)sum;
}
