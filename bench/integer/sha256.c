// SPDX-License-Identifier: EPL-2.0
/* SHA-256 (FIPS 180-4) of a few kilobytes. */
#include <stddef.h>
#include <stdint.h>

enum { BLOCK = 64, BLOCKS = 64 };

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
    0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
    0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
    0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f,
    0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

typedef struct sha256 {
    uint32_t state[8];
    uint8_t block[BLOCK];
    size_t used;
    uint64_t length;
} sha256;

static uint32_t rotate(uint32_t value, int bits) {
    return value >> bits | value << (32 - bits);
}

static uint32_t load_big_endian(const uint8_t *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static void expand(uint32_t words[64], const uint8_t *block) {
    for (int t = 0; t < 16; t++) {
        words[t] = load_big_endian(block + 4 * t);
    }
    for (int t = 16; t < 64; t++) {
        uint32_t small0 = rotate(words[t - 15], 7) ^ rotate(words[t - 15], 18) ^ words[t - 15] >> 3;
        uint32_t small1 = rotate(words[t - 2], 17) ^ rotate(words[t - 2], 19) ^ words[t - 2] >> 10;
        words[t] = words[t - 16] + small0 + words[t - 7] + small1;
    }
}

static void compress(uint32_t state[8], const uint8_t *block) {
    uint32_t words[64];
    expand(words, block);
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    for (int t = 0; t < 64; t++) {
        uint32_t sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
        uint32_t choice = (e & f) ^ (~e & g);
        uint32_t first = h + sum1 + choice + constants[t] + words[t];
        uint32_t sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
        uint32_t majority = (a & b) ^ (a & c) ^ (b & c);
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + sum0 + majority;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
}

static void start(sha256 *hash) {
    /* The first 32 bits of the fractional parts of the square roots of the first 8 primes. */
    static const uint32_t initial[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
    for (int i = 0; i < 8; i++) {
        hash->state[i] = initial[i];
    }
    hash->used = 0;
    hash->length = 0;
}

static void add(sha256 *hash, const uint8_t *bytes, size_t length) {
    hash->length += length;
    for (size_t i = 0; i < length; i++) {
        hash->block[hash->used++] = bytes[i];
        if (hash->used == BLOCK) {
            compress(hash->state, hash->block);
            hash->used = 0;
        }
    }
}

static void finish(sha256 *hash) {
    static const uint8_t one_bit = 0x80, zero = 0;
    uint64_t bits = hash->length * 8;
    add(hash, &one_bit, 1);
    while (hash->used != BLOCK - 8) {
        add(hash, &zero, 1);
    }
    for (int shift = 56; shift >= 0; shift -= 8) {
        uint8_t byte = (uint8_t)(bits >> shift);
        add(hash, &byte, 1);
    }
}

static uint8_t message[BLOCK * BLOCKS + 3];

void kernel_init(void) {
    for (size_t i = 0; i < sizeof message; i++) {
        message[i] = (uint8_t)(i * 7 + (i >> 8));
    }
}

int kernel(void) {
    sha256 hash;
    start(&hash);
    add(&hash, message, sizeof message);
    finish(&hash);
    uint32_t mixed = 0;
    for (int i = 0; i < 8; i++) {
        mixed = mixed * 31 + hash.state[i];
    }
    return (int)mixed;
}
