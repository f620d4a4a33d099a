// SPDX-License-Identifier: EPL-2.0
/* A finite impulse response filter on 16-bit samples (Q15). */
#include <stdint.h>

enum { TAPS = 32, SAMPLES = 1024 };

static int16_t coefficients[TAPS];
static int16_t input[SAMPLES + TAPS], output[SAMPLES];

static int16_t saturate(int32_t value) {
    return (int16_t)(value > INT16_MAX ? INT16_MAX : value < INT16_MIN ? INT16_MIN : value);
}

void kernel_init(void) {
    uint32_t random = 7;
    for (int i = 0; i < TAPS; i++) {
        coefficients[i] = (int16_t)(900 - 50 * (i < TAPS / 2 ? TAPS / 2 - i : i - TAPS / 2));
    }
    for (int i = 0; i < SAMPLES + TAPS; i++) {
        random = random * 1664525u + 1013904223u;
        input[i] = (int16_t)(random >> 16);
    }
}

static void filter(const int16_t *in, int16_t *out, int count) {
    for (int n = 0; n < count; n++) {
        int32_t sum = 1 << 14;
        for (int k = 0; k < TAPS; k++) {
            sum += coefficients[k] * in[n + k];
        }
        out[n] = saturate(sum >> 15);
    }
}

int kernel(void) {
    filter(input, output, SAMPLES);
    uint32_t sum = 0;
    for (int n = 0; n < SAMPLES; n++) {
        sum = sum * 31 + (uint16_t)output[n];
    }
    return (int)sum;
}
