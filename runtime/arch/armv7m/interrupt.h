// SPDX-License-Identifier: EPL-2.0
#pragma once

/* Gives the board's interrupts a priority between the faults and the tick, and makes the console work. */
void ts_interrupts_start(void);

/* The handler of all interrupts from outside the core. */
void ts_interrupt(void);
