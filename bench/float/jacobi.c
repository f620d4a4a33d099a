// SPDX-License-Identifier: EPL-2.0
/* Heat spreads over a plate: each point becomes the mean of itself and its four neighbors. */
enum { N = 40, STEPS = 10 };

static float plates[2][N][N];

static void spread(float to[N][N], float from[N][N]) {
    for (int y = 1; y < N - 1; y++) {
        for (int x = 1; x < N - 1; x++) {
            to[y][x] = 0.2f * (from[y][x] + from[y][x - 1] + from[y][x + 1] + from[y - 1][x] + from[y + 1][x]);
        }
    }
}

int kernel(void) {
    for (int y = 0; y < N; y++) {
        for (int x = 0; x < N; x++) {
            plates[0][y][x] = plates[1][y][x] = (float)(x * (y + 2) + 2) / N;
        }
    }
    for (int step = 0; step < STEPS; step++) {
        spread(plates[1], plates[0]);
        spread(plates[0], plates[1]);
    }
    float sum = 0;
    for (int y = 0; y < N; y++) {
        for (int x = 0; x < N; x++) {
            sum += plates[0][y][x];
        }
    }
    return (int)(sum * 16.0f);
}
