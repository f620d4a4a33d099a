// SPDX-License-Identifier: EPL-2.0
#include "spec.h"

/* The host module that the scripts take for granted: one page of memory that can become two, a table, some numbers. */

#define PAGE 65536u
#define ELEMENTS 10u
#define MOST_ELEMENTS 20u

static uint64_t memory[2 * PAGE / sizeof(uint64_t)];
static uint32_t memory_size = PAGE;
static const void *table[MOST_ELEMENTS];
static uint32_t table_size = ELEMENTS;

const spec_shared spectest_memory = { memory, &memory_size, 2 * PAGE };
const spec_shared spectest_table = { table, &table_size, MOST_ELEMENTS };
const uint32_t spectest_global_i32 = 666;
const uint64_t spectest_global_i64 = 666;
const float spectest_global_f32 = 666.6f;
const double spectest_global_f64 = 666.6;
