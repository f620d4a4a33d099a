// SPDX-License-Identifier: EPL-2.0
/* The board's UARTs. boards/README.md says what board.h defines. */
#include "board.h"

#include "driver/uart.h"

#define UART(driver_, base_, clock_hz_, baud_, interrupt_) extern const ts_uart_driver ts_##driver_;
TS_BOARD_UARTS(UART)
#undef UART

#define UART(driver_, base_, clock_hz_, baud_, interrupt_) \
    { .driver = &ts_##driver_, .base = (base_), .clock_hz = (clock_hz_), .baud = (baud_), .interrupt = (interrupt_) },
const ts_uart ts_uarts[TS_BOARD_UART_COUNT] = { TS_BOARD_UARTS(UART) };
#undef UART
