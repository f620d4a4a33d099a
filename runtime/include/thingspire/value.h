// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

/* A v128 as module code passes it, by address; the less significant half first. */
typedef struct ts_vector {
    uint64_t half[2];
} ts_vector;

/*
 * One argument or result of a call through a gate. A call's values stand in an array: on entry its arguments,
 * on return its results, both from index 0. A v128 takes two of them.
 */
typedef union ts_value {
    uint32_t i32;
    uint64_t i64;
    float f32;
    double f64;
} ts_value;

/* What an invocation calls: a generated thunk that takes its arguments from `values` and puts its results there. */
typedef void (*ts_entry)(ts_value *values);
