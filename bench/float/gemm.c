// SPDX-License-Identifier: EPL-2.0
/* C = alpha A B + beta C, single precision, in the order that walks along rows. */
enum { N = 32 };

static float a[N][N], b[N][N], c[N][N];

void kernel_init(void) {
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < N; k++) {
            a[i][k] = (float)((i * k + 1) % N) / N;
            b[i][k] = (float)((i * k + 2) % N) / N;
        }
    }
}

static void multiply(float alpha, float beta) {
    for (int row = 0; row < N; row++) {
        for (int column = 0; column < N; column++) {
            c[row][column] *= beta;
        }
        for (int k = 0; k < N; k++) {
            float factor = alpha * a[row][k];
            for (int column = 0; column < N; column++) {
                c[row][column] += factor * b[k][column];
            }
        }
    }
}

int kernel(void) {
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < N; k++) {
            c[i][k] = (float)(i - k);
        }
    }
    multiply(1.5f, 1.2f);
    float sum = 0;
    for (int i = 0; i < N; i++) {
        for (int k = 0; k < N; k++) {
            sum += c[i][k];
        }
    }
    return (int)(sum * 16.0f);
}
