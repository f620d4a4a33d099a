// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

/*
 * One argument or result of a call through a gate. A call's values stand in an array: on entry its arguments,
 * on return its results, both from index 0.
 */
typedef union ts_value {
    uint32_t i32;
    uint64_t i64;
    float f32;
    double f64;
} ts_value;

/* What a gate enters: a generated thunk that takes its arguments from `values` and puts its results there. */
typedef void (*ts_entry)(ts_value *values);
