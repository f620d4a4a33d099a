// SPDX-License-Identifier: EPL-2.0
#include "interrupt.h"

#include "board.h"
#include "driver/interrupt.h"
#include "driver/uart.h"
#include "registers.h"

void ts_interrupts_start(void) {
    for (unsigned i = 0; i < TS_BOARD_INTERRUPTS; i++) {
        NVIC_IPR[i] = 0x80;
    }
    ts_console_open();
}

void ts_interrupt(void) {
    ts_uart_interrupt((SCB_ICSR & 0x1ffu) - TS_FIRST_INTERRUPT);
}

void ts_interrupt_enable(unsigned interrupt) {
    NVIC_ISER[interrupt / 32] = 1u << interrupt % 32;
}

void ts_interrupt_disable(unsigned interrupt) {
    NVIC_ICER[interrupt / 32] = 1u << interrupt % 32;
    __asm__ volatile("dsb\n\tisb");
}
