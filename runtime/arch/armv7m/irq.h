// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

/* Interrupts off and back to what they were; nests. Faults in between stop the node: keep these sections short. */
static inline uint32_t ts_irq_lock(void) {
    uint32_t was;
    __asm__ volatile("mrs %0, primask\n\tcpsid i" : "=r"(was)::"memory");
    return was;
}

/* The barrier makes a requested switch happen before the next instruction. */
static inline void ts_irq_unlock(uint32_t was) {
    __asm__ volatile("msr primask, %0\n\tisb" ::"r"(was) : "memory");
}
