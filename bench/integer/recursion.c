// SPDX-License-Identifier: EPL-2.0
/* Calls and little else: Fibonacci numbers, Takeuchi's function, the towers of Hanoi. */
#include <stdint.h>

static int fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

static int takeuchi(int x, int y, int z) {
    if (y >= x) {
        return z;
    }
    return takeuchi(takeuchi(x - 1, y, z), takeuchi(y - 1, z, x), takeuchi(z - 1, x, y));
}

static uint32_t pegs[3];

static void move_tower(int height, int from, int to, int spare) {
    if (height == 0) {
        return;
    }
    move_tower(height - 1, from, spare, to);
    pegs[from] ^= 1u << height;
    pegs[to] ^= 1u << height;
    move_tower(height - 1, spare, to, from);
}

static volatile int size = 20;

int kernel(void) {
    int n = size;
    pegs[0] = (2u << 12) - 2;
    pegs[1] = 0;
    pegs[2] = 0;
    move_tower(12, 0, 2, 1);
    return fibonacci(n) * 31 + takeuchi(n - 6, n - 12, n - 18) * 7 + (int)(pegs[2] >> 1);
}
