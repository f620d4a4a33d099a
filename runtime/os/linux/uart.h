// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>

/* `option` is N=PATH: UART N of the board is PATH, a Unix domain socket to connect to or a tty. False if it is none. */
bool ts_uart_assign(const char *option);
