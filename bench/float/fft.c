// SPDX-License-Identifier: EPL-2.0
/* Fast Fourier transform, radix 2, in place, there and back. */
enum { LOG2 = 8, N = 1 << LOG2 };

typedef struct complex {
    float re, im;
} complex;

static complex signal[N], roots[N / 2];

static complex times(complex a, complex b) {
    return (complex){ a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re };
}

/* e^(-2 pi i k / N), by repeated multiplication with the first root, of which the constants are the parts. */
void kernel_init(void) {
    const complex first = { 0.99969881869620425f, -0.024541228522912288f };
    roots[0] = (complex){ 1, 0 };
    for (int k = 1; k < N / 2; k++) {
        roots[k] = times(roots[k - 1], first);
    }
}

static void reverse_bits(complex *x) {
    for (unsigned i = 0, k = 0; i < N; i++) {
        if (i < k) {
            complex old = x[i];
            x[i] = x[k];
            x[k] = old;
        }
        unsigned bit = N / 2;
        for (; (k & bit) != 0; bit /= 2) {
            k ^= bit;
        }
        k |= bit;
    }
}

static void transform(complex *x, float direction) {
    reverse_bits(x);
    for (int half = 1; half < N; half *= 2) {
        for (int start = 0; start < N; start += 2 * half) {
            for (int k = 0; k < half; k++) {
                complex root = roots[k * (N / 2 / half)];
                root.im *= direction;
                complex even = x[start + k], odd = times(x[start + k + half], root);
                x[start + k] = (complex){ even.re + odd.re, even.im + odd.im };
                x[start + k + half] = (complex){ even.re - odd.re, even.im - odd.im };
            }
        }
    }
}

int kernel(void) {
    for (int i = 0; i < N; i++) {
        signal[i] = (complex){ (float)(i % 16 - 8), (float)(i % 5) };
    }
    transform(signal, 1);
    float spectrum = 0;
    for (int i = 0; i < N; i++) {
        spectrum += signal[i].re * signal[i].re + signal[i].im * signal[i].im;
    }
    transform(signal, -1);
    float back = 0;
    for (int i = 0; i < N; i++) {
        back += signal[i].re / N * (float)i;
    }
    return (int)spectrum + (int)back;
}
