// SPDX-License-Identifier: EPL-2.0
#include <string.h>

#include "board.h"
#include "kernel/start.h"
#include "interrupt.h"
#include "mpu.h"
#include "registers.h"
#include "tick.h"

/* Defined by image.ld */
extern uint8_t ts_data_start[], ts_data_end[], ts_bss_start[], ts_bss_end[], ts_handler_stack_top[];
extern const uint8_t ts_data_load[];

extern void ts_fault_entry(void);
extern void ts_usage_fault_entry(void);
extern void ts_switch_entry(void);

static void enable_core_features(void) {
    SCB_SHCSR |= SCB_SHCSR_FAULTS_ENABLED;
    SCB_CCR |= SCB_CCR_DIV_0_TRP;
    /* The switch, which may idle, gives way to everything else, and the tick to other interrupts. */
    SCB_SHPR[TS_EXCEPTION_PENDSV - 4] = 0xff;
    SCB_SHPR[TS_EXCEPTION_SYSTICK - 4] = 0xc0;
#if defined(__ARM_FP)
    SCB_CPACR |= SCB_CPACR_FPU;
    __asm__ volatile("dsb\n\tisb");
#endif
}

_Noreturn void ts_reset(void) {
    memcpy(ts_data_start, ts_data_load, (size_t)(ts_data_end - ts_data_start));
    memset(ts_bss_start, 0, (size_t)(ts_bss_end - ts_bss_start));
    enable_core_features();
    ts_mpu_start();
    ts_tick_start();
    ts_interrupts_start();
    ts_start();
    for (;;) {
        /* The first thread has taken over. */
    }
}

typedef union ts_vector {
    void (*handler)(void);
    uint8_t *stack_top;
} ts_vector;

__attribute__((section(".vectors"), used)) static const ts_vector vectors[TS_FIRST_INTERRUPT + TS_BOARD_INTERRUPTS] = {
    [0] = { .stack_top = ts_handler_stack_top },
    [1] = { .handler = ts_reset },
    [2 ... 5] = { .handler = ts_fault_entry },
    [TS_EXCEPTION_USAGE] = { .handler = ts_usage_fault_entry },
    [TS_EXCEPTION_USAGE + 1 ... 13] = { .handler = ts_fault_entry },
    [TS_EXCEPTION_PENDSV] = { .handler = ts_switch_entry },
    [TS_EXCEPTION_SYSTICK] = { .handler = ts_tick },
    [TS_FIRST_INTERRUPT ... TS_FIRST_INTERRUPT + TS_BOARD_INTERRUPTS - 1] = { .handler = ts_interrupt },
};
