// SPDX-License-Identifier: EPL-2.0
#include "mpu.h"

#include "board.h"
#include "registers.h"
#include "thingspire/arch.h"

#if __ARM_ARCH >= 8

void ts_mpu_start(void) {
    MPU_MAIR0 = MPU_MAIR0_NORMAL_MEMORY;
    MPU_RNR = 0;
    MPU_RBAR = TS_BOARD_RAM_ORIGIN | MPU_RBAR_READ_WRITE | MPU_RBAR_EXECUTE_NEVER;
    MPU_RLAR = ((TS_BOARD_RAM_ORIGIN + TS_BOARD_RAM_SIZE - 1u) & ~31u) | MPU_RLAR_ENABLE;
    MPU_CTRL = MPU_CTRL_ENABLE;
    __asm__ volatile("msr msplim, %0\n\tdsb\n\tisb" : : "r"(TS_BOARD_RAM_ORIGIN));
}

uint32_t ts_mpu_guard(const uint8_t *bottom) {
    return (uint32_t)bottom + TS_STACK_GUARD;
}

#else

/* Where regions overlap the higher number wins. */
enum { REGION_RAM = 0, REGION_GUARD = 7 };

#define LOG2_CEILING(size) (32u - (unsigned)__builtin_clz((size) - 1u))

_Static_assert(1u << LOG2_CEILING(TS_STACK_GUARD) == TS_STACK_GUARD, "an MPU region's size is a power of two");
_Static_assert(TS_BOARD_RAM_ORIGIN % (1u << LOG2_CEILING(TS_BOARD_RAM_SIZE)) == 0, "an MPU region is aligned to its size");

void ts_mpu_start(void) {
    MPU_RBAR = TS_BOARD_RAM_ORIGIN | MPU_RBAR_VALID | REGION_RAM;
    MPU_RASR = MPU_RASR_READ_WRITE | MPU_RASR_EXECUTE_NEVER | MPU_RASR_NORMAL_MEMORY |
               MPU_RASR_SIZE(LOG2_CEILING(TS_BOARD_RAM_SIZE)) | MPU_RASR_ENABLE;
    /* Each switch of threads moves this one. Until the first it covers the start of RAM, the end of the handler stack. */
    MPU_RBAR = TS_BOARD_RAM_ORIGIN | MPU_RBAR_VALID | REGION_GUARD;
    MPU_RASR = MPU_RASR_NO_ACCESS | MPU_RASR_EXECUTE_NEVER | MPU_RASR_NORMAL_MEMORY |
               MPU_RASR_SIZE(LOG2_CEILING(TS_STACK_GUARD)) | MPU_RASR_ENABLE;
    MPU_CTRL = MPU_CTRL_ENABLE;
    __asm__ volatile("dsb\n\tisb");
}

uint32_t ts_mpu_guard(const uint8_t *bottom) {
    return (uint32_t)bottom | MPU_RBAR_VALID | REGION_GUARD;
}

#endif
