// SPDX-License-Identifier: EPL-2.0
#include "board.h"

#include "kernel/port.h"

const char ts_board_name[] = TS_BOARD_NAME;

/* None of our boards' sources of entropy has a driver yet. */
bool ts_port_entropy(uint8_t *bytes, size_t length) {
    (void)bytes;
    (void)length;
    return false;
}

uint64_t ts_port_calendar(void) {
    return 0;
}
