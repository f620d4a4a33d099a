// SPDX-License-Identifier: EPL-2.0
#include "tick.h"

#include "board.h"
#include "irq.h"
#include "registers.h"
#include "sched/sched.h"
#include "thingspire/clock.h"

#define TICK_US 1000u
#define CYCLES_PER_US (TS_BOARD_CPU_HZ / 1000000u)
#define CYCLES_PER_TICK (CYCLES_PER_US * TICK_US)

static uint64_t ticks;

void ts_tick_start(void) {
    SYST_RVR = CYCLES_PER_TICK - 1;
    SYST_CVR = 0;
    SYST_CSR = SYST_CSR_RUN;
}

void ts_tick(void) {
    uint32_t irq = ts_irq_lock();
    ticks++;
    ts_irq_unlock(irq);
    ts_sched_tick(ts_clock_now());
}

uint64_t ts_clock_now(void) {
    uint32_t irq = ts_irq_lock();
    uint64_t passed = ticks;
    uint32_t left = SYST_CVR;
    if (SCB_ICSR & SCB_ICSR_PENDSTSET) {
        /* The counter has wrapped and the tick waits to be counted. */
        passed++;
        left = SYST_CVR;
    }
    ts_irq_unlock(irq);
    return passed * TICK_US + (CYCLES_PER_TICK - 1 - left) / CYCLES_PER_US;
}
