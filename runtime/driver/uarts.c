// SPDX-License-Identifier: EPL-2.0
/*
 * The board's tables. board.h is generated from boards/<board>/board.json; boards/README.md says which macros it
 * defines and from which fields.
 */
#include "board.h"

#include "core/port.h"
#include "driver/uart.h"

const char ts_board_name[] = TS_BOARD_NAME;

#define UART(driver_, base_, clock_hz_, baud_, interrupt_) extern const ts_uart_driver ts_##driver_;
TS_BOARD_UARTS(UART)
#undef UART

#define UART(driver_, base_, clock_hz_, baud_, interrupt_) \
    { .driver = &ts_##driver_, .base = (base_), .clock_hz = (clock_hz_), .baud = (baud_), .interrupt = (interrupt_) },
const ts_uart ts_uarts[TS_BOARD_UART_COUNT] = { TS_BOARD_UARTS(UART) };
#undef UART
