// SPDX-License-Identifier: EPL-2.0
/* Product of integer matrices, in the order in which one writes it down. */
#include <stdint.h>

enum { N = 40 };

static int32_t left[N][N], right[N][N], product[N][N];

void kernel_init(void) {
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < N; k++) {
            left[i][k] = (i * 13 + k * 7) % 101 - 50;
            right[i][k] = (i * 5 + k * 11) % 97 - 48;
        }
    }
}

static void multiply(int32_t result[N][N], int32_t a[N][N], int32_t b[N][N]) {
    for (int row = 0; row < N; row++) {
        for (int column = 0; column < N; column++) {
            int32_t sum = 0;
            for (int k = 0; k < N; k++) {
                sum += a[row][k] * b[k][column];
            }
            result[row][column] = sum;
        }
    }
}

int kernel(void) {
    multiply(product, left, right);
    uint32_t sum = 0;
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < N; k++) {
            sum = sum * 31 + (uint32_t)product[i][k];
        }
    }
    return (int)sum;
}
