// SPDX-License-Identifier: EPL-2.0
#include "board.h"
#include "kernel/port.h"
#include "driver/uart.h"

/* The console is a UART that is only written to. */
static const ts_uart *const console = &ts_uarts[TS_BOARD_CONSOLE_UART];

void ts_console_open(void) {
    console->driver->open(console, false);
}

void ts_port_console_write(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        while (!console->driver->put(console, (uint8_t)text[i])) {
        }
    }
}
