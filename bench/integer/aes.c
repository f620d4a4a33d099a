// SPDX-License-Identifier: EPL-2.0
/* AES-128 (FIPS 197), byte by byte: blocks are encrypted in a chain and decrypted again. */
#include <stddef.h>
#include <stdint.h>

enum { BLOCK = 16, ROUNDS = 10, BLOCKS = 48 };

static uint8_t forward[256], inverse[256];
static uint8_t round_keys[(ROUNDS + 1) * BLOCK];
static uint8_t text[BLOCKS][BLOCK];

static uint8_t times_x(uint8_t a) {
    return (uint8_t)(a << 1 ^ ((a & 0x80) != 0 ? 0x1B : 0));
}

static uint8_t multiply(uint8_t a, uint8_t b) {
    uint8_t product = 0;
    for (; b != 0; b >>= 1) {
        if ((b & 1) != 0) {
            product ^= a;
        }
        a = times_x(a);
    }
    return product;
}

static uint8_t rotate_left(uint8_t a, int bits) {
    return (uint8_t)(a << bits | a >> (8 - bits));
}

/* 3 generates the field's multiplicative group, and its inverse is 0xF6: walking both gives all pairs of inverses. */
static void make_boxes(void) {
    uint8_t p = 1, q = 1;
    do {
        p ^= times_x(p);
        q = multiply(q, 0xF6);
        uint8_t s = (uint8_t)(q ^ rotate_left(q, 1) ^ rotate_left(q, 2) ^ rotate_left(q, 3) ^ rotate_left(q, 4) ^ 0x63);
        forward[p] = s;
        inverse[s] = p;
    } while (p != 1);
    forward[0] = 0x63;
    inverse[0x63] = 0;
}

static void expand_key(const uint8_t key[BLOCK]) {
    uint8_t constant = 1;
    for (int i = 0; i < BLOCK; i++) {
        round_keys[i] = key[i];
    }
    for (int i = BLOCK; i < (int)sizeof round_keys; i += 4) {
        uint8_t word[4] = { round_keys[i - 4], round_keys[i - 3], round_keys[i - 2], round_keys[i - 1] };
        if (i % BLOCK == 0) {
            uint8_t first = word[0];
            word[0] = forward[word[1]] ^ constant;
            word[1] = forward[word[2]];
            word[2] = forward[word[3]];
            word[3] = forward[first];
            constant = times_x(constant);
        }
        for (int k = 0; k < 4; k++) {
            round_keys[i + k] = round_keys[i - BLOCK + k] ^ word[k];
        }
    }
}

static void add_round_key(uint8_t state[BLOCK], int round) {
    for (int i = 0; i < BLOCK; i++) {
        state[i] ^= round_keys[round * BLOCK + i];
    }
}

/* Substitutes each byte and moves row r by r columns: to the left, or to the right when the box is the inverse one. */
static void substitute_and_shift(uint8_t state[BLOCK], const uint8_t box[256], int direction) {
    uint8_t old[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
        old[i] = box[state[i]];
    }
    for (int column = 0; column < 4; column++) {
        for (int row = 0; row < 4; row++) {
            state[4 * column + row] = old[4 * ((column + direction * row) & 3) + row];
        }
    }
}

static void mix_columns(uint8_t state[BLOCK]) {
    for (uint8_t *c = state; c < state + BLOCK; c += 4) {
        uint8_t all = c[0] ^ c[1] ^ c[2] ^ c[3], first = c[0];
        c[0] ^= all ^ times_x(c[0] ^ c[1]);
        c[1] ^= all ^ times_x(c[1] ^ c[2]);
        c[2] ^= all ^ times_x(c[2] ^ c[3]);
        c[3] ^= all ^ times_x(c[3] ^ first);
    }
}

/* The inverse matrix is the forward one times a sparse matrix of 4 and 5. */
static void unmix_columns(uint8_t state[BLOCK]) {
    for (uint8_t *c = state; c < state + BLOCK; c += 4) {
        uint8_t even = times_x(times_x(c[0] ^ c[2])), odd = times_x(times_x(c[1] ^ c[3]));
        c[0] ^= even;
        c[1] ^= odd;
        c[2] ^= even;
        c[3] ^= odd;
    }
    mix_columns(state);
}

static void encrypt(uint8_t state[BLOCK]) {
    add_round_key(state, 0);
    for (int round = 1; round < ROUNDS; round++) {
        substitute_and_shift(state, forward, 1);
        mix_columns(state);
        add_round_key(state, round);
    }
    substitute_and_shift(state, forward, 1);
    add_round_key(state, ROUNDS);
}

static void decrypt(uint8_t state[BLOCK]) {
    add_round_key(state, ROUNDS);
    for (int round = ROUNDS - 1; round > 0; round--) {
        substitute_and_shift(state, inverse, -1);
        add_round_key(state, round);
        unmix_columns(state);
    }
    substitute_and_shift(state, inverse, -1);
    add_round_key(state, 0);
}

void kernel_init(void) {
    uint8_t key[BLOCK];
    make_boxes();
    for (int i = 0; i < BLOCK; i++) {
        key[i] = (uint8_t)(i * 17);
    }
    expand_key(key);
}

int kernel(void) {
    uint32_t sum = 0;
    for (int i = 0; i < BLOCK; i++) {
        text[0][i] = (uint8_t)(i * 0x11);
    }
    for (size_t block = 0; block < BLOCKS; block++) {
        if (block > 0) {
            for (int i = 0; i < BLOCK; i++) {
                text[block][i] = text[block - 1][i] ^ (uint8_t)(block + (size_t)i);
            }
        }
        encrypt(text[block]);
        sum = sum * 31 + text[block][block % BLOCK];
    }
    for (size_t block = 0; block < BLOCKS; block++) {
        decrypt(text[block]);
        sum = sum * 31 + text[block][block % BLOCK];
    }
    return (int)sum;
}
