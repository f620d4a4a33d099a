// SPDX-License-Identifier: EPL-2.0
#pragma once

/* The clock and the scheduler's tick: SysTick, once a millisecond. */
void ts_tick_start(void);

/* Its interrupt handler. */
void ts_tick(void);
