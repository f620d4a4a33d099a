// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

/*
 * ARMv7-M and ARMv8-M: what the kernel's types need to know about it. Threads run on the process stack, handlers on the
 * main stack. Callee-saved registers of a thread that does not run are kept here and not on its stack, so that
 * switching away from a thread never runs into its stack guard.
 */
typedef struct ts_context {
    uint32_t guard;                    /* MPU_RBAR of the stack guard */
    uint32_t psp;
    uint32_t r4_to_r11[8];
    uint32_t exc_return;
#if defined(__ARM_FP)
    uint32_t s16_to_s31[16];
#endif
} ts_context;

/*
 * The MPU makes the lowest bytes of each stack inaccessible; an MPU region is aligned to its size. So that no large
 * frame jumps over the guard, the compiler's StackProbes.java counts on this size.
 */
#define TS_STACK_GUARD 256
#define TS_STACK_ALIGNMENT TS_STACK_GUARD
#define TS_STACK_STORAGE(bytes) (TS_STACK_GUARD + ((bytes) + TS_STACK_ALIGNMENT - 1) / TS_STACK_ALIGNMENT * TS_STACK_ALIGNMENT)

/*
 * Bytes of stack that the kernel itself needs for an invocation or a host function: checked before it takes any lock.
 */
#define TS_STACK_RESERVE 512
