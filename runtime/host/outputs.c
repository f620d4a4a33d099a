// SPDX-License-Identifier: EPL-2.0
/* The board's outputs. boards/README.md says what board.h defines. */
#include "board.h"
#include "driver/output.h"

#define OUTPUT(name_, driver_, base_, bit_) extern const ts_output_driver ts_##driver_;
TS_BOARD_OUTPUTS(OUTPUT)
#undef OUTPUT

#define OUTPUT(name_, driver_, base_, bit_) { .name = (name_), .driver = &ts_##driver_, .base = (base_), .bit = (bit_) },
const ts_output ts_outputs[TS_BOARD_OUTPUT_COUNT] = { TS_BOARD_OUTPUTS(OUTPUT) };
#undef OUTPUT
