// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

/*
 * What a generated driver is made of: one driver for one script of the WebAssembly suite, which runs the script's
 * commands in order and writes a line for each that goes wrong.
 */

#define SPEC_OUT_OF_BOUNDS_MEMORY 5
#define SPEC_STACK_EXHAUSTED 64
#define SPEC_FAULT 65

typedef struct spec_v128 {
    uint64_t half[2];          /* the less significant one first */
} spec_v128;

typedef struct spec_command {
    int line;                  /* in the script */
    void (*run)(void);
    int trap;                  /* how it has to end: 0 by returning, else with this kind of trap */
} spec_command;

/* In the generated part. */
extern const spec_command spec_commands[];
extern const int spec_command_count;

/* For generated commands: compare a result's bits with what the script expects. */
void spec_expect_32(uint32_t actual, uint32_t expected);
void spec_expect_64(uint64_t actual, uint64_t expected);
void spec_expect_128(const spec_v128 *actual, uint64_t low, uint64_t high);
void spec_expect_canonical_32(uint32_t actual);
void spec_expect_canonical_64(uint64_t actual);
void spec_expect_arithmetic_32(uint32_t actual);
void spec_expect_arithmetic_64(uint64_t actual);

static inline uint32_t spec_lane_32(const spec_v128 *vector, int lane) { return (uint32_t)(vector->half[lane / 2] >> lane % 2 * 32); }
static inline uint64_t spec_lane_64(const spec_v128 *vector, int lane) { return vector->half[lane]; }
/* A reference: that very one, or any but null. */
void spec_expect_reference(const void *actual, uintptr_t expected);
void spec_expect_some_reference(const void *actual);

static inline float spec_f32(uint32_t bits) { float value; __builtin_memcpy(&value, &bits, sizeof value); return value; }
static inline double spec_f64(uint64_t bits) { double value; __builtin_memcpy(&value, &bits, sizeof value); return value; }
static inline uint32_t spec_bits_32(float value) { uint32_t bits; __builtin_memcpy(&bits, &value, sizeof bits); return bits; }
static inline uint64_t spec_bits_64(double value) { uint64_t bits; __builtin_memcpy(&bits, &value, sizeof bits); return bits; }

/* How objects describe memories and tables that they share. */
typedef struct spec_shared {
    void *start;
    uint32_t *size;            /* now, in bytes or elements */
    uint32_t most;
} spec_shared;

/* What scripts import from the module "spectest" beside its functions. */
extern const spec_shared spectest_memory, spectest_table;
extern const uint32_t spectest_global_i32;
extern const uint64_t spectest_global_i64;
extern const float spectest_global_f32;
extern const double spectest_global_f64;

/* Of the platform. */
int spec_catch(void (*run)(void));       /* runs it; 0 if it returned, else the kind of trap */
void spec_write(const char *text);

/* Runs everything; the platform calls it. */
void spec_main(void);
