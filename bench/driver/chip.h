// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

/* What the image measures; chip.c calls it once. */
void measure(void);

/* Writes the result for the tool to read. */
void tell_result(uint32_t result);

/* Reserved hints, which processors execute as NOP (ARM DDI 0403, A5.2.5); count.c counts the instructions between them. */
#define START_COUNTING() __asm__ volatile(".inst.n 0xbf50" ::: "memory")
#define STOP_COUNTING() __asm__ volatile(".inst.n 0xbf60" ::: "memory")
