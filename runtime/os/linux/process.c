// SPDX-License-Identifier: EPL-2.0
/* The node as a process: its console is standard output, its end an exit code. */
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "board.h"
#include "kernel/port.h"

#define EXIT_NODE_FAILED 4

const char ts_board_name[] = TS_BOARD_NAME;

static char buffer[1024];
static size_t buffered;

static void flush(void) {
    const char *at = buffer;
    while (buffered > 0) {
        ssize_t written = write(STDOUT_FILENO, at, buffered);
        if (written < 0) {
            _exit(EXIT_NODE_FAILED);
        }
        at += written;
        buffered -= (size_t)written;
    }
}

/* Line by line, so that whoever reads along sees each at once and none in pieces. */
void ts_port_console_write(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        buffer[buffered++] = text[i];
        if (text[i] == '\n' || buffered == sizeof buffer) {
            flush();
        }
    }
}

void ts_port_stop(void) {
    flush();
    _exit(EXIT_NODE_FAILED);
}

bool ts_port_entropy(uint8_t *bytes, size_t length) {
    while (length > 0) {
        ssize_t got = getrandom(bytes, length, 0);
        if (got < 0) {
            return false;
        }
        bytes += got;
        length -= (size_t)got;
    }
    return true;
}

uint64_t ts_port_calendar(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}
