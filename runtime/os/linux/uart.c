// SPDX-License-Identifier: EPL-2.0
/*
 * The board's UARTs are sockets or ttys of the host. Like a cable they may be plugged in late, or pulled out and plugged
 * in again: what is sent meanwhile is lost. The reader opens and closes the descriptor, the writer only uses it.
 */
#include "uart.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <termios.h>
#include <unistd.h>

#include "board.h"
#include "kernel/console.h"
#include "kernel/port.h"
#include "thingspire/clock.h"
#include "thingspire/thread.h"
#include "thingspire/uart.h"

#define RETRY_US 50000u                /* how often an unplugged cable is looked for */

typedef struct host_uart {
    const char *path;
    pthread_mutex_t lock;              /* the writer holds it while it uses the descriptor */
    bool connected;
    int descriptor;
} host_uart;

static host_uart uarts[TS_BOARD_UART_COUNT];

bool ts_uart_assign(const char *option) {
    char *end;
    unsigned long number = strtoul(option, &end, 10);
    if (end == option || *end != '=' || end[1] == '\0' || number >= TS_BOARD_UART_COUNT || number == TS_BOARD_CONSOLE_UART) {
        return false;
    }
    uarts[number].path = end + 1;
    return true;
}

void ts_uart_open(unsigned uart, ts_uart_receiver *receiver) {
    (void)receiver;
    if (uarts[uart].path == NULL) {
        ts_console_line_unlocked("failure: nothing is connected to UART %u: start with --uart %u=PATH", uart, uart);
        ts_port_stop();
    }
}

static int connect_socket(const char *path) {
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    if (strlen(path) >= sizeof address.sun_path) {
        ts_console_line_unlocked("failure: the path of a UART's socket is too long: %s", path);
        ts_port_stop();
    }
    strcpy(address.sun_path, path);
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor >= 0 && connect(descriptor, (const struct sockaddr *)&address, sizeof address) != 0) {
        close(descriptor);
        return -1;
    }
    return descriptor;
}

static int open_tty(const char *path) {
    int descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
    struct termios settings;
    if (descriptor >= 0 && tcgetattr(descriptor, &settings) == 0) {
        cfmakeraw(&settings);
        cfsetspeed(&settings, B115200);
        settings.c_cflag |= CLOCAL | CREAD;
        tcsetattr(descriptor, TCSANOW, &settings);
    }
    return descriptor;
}

static bool connect_uart(host_uart *uart) {
    struct stat kind;
    if (stat(uart->path, &kind) != 0) {
        return false;
    }
    int descriptor = S_ISSOCK(kind.st_mode) ? connect_socket(uart->path) : S_ISCHR(kind.st_mode) ? open_tty(uart->path) : -1;
    if (descriptor < 0) {
        return false;
    }
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    pthread_mutex_lock(&uart->lock);
    uart->descriptor = descriptor;
    uart->connected = true;
    pthread_mutex_unlock(&uart->lock);
    return true;
}

static void disconnect_uart(host_uart *uart) {
    pthread_mutex_lock(&uart->lock);
    close(uart->descriptor);
    uart->connected = false;
    pthread_mutex_unlock(&uart->lock);
}

/* Waits until the descriptor is ready; false if it is not before `deadline`. */
static bool await(int descriptor, short event, uint64_t deadline) {
    struct pollfd poll_for = { .fd = descriptor, .events = event };
    for (;;) {
        uint64_t now = ts_clock_now();
        uint64_t left_ms = deadline <= now ? 0 : (deadline - now + 999) / 1000;
        int ready = poll(&poll_for, 1, left_ms > 60000 ? 60000 : (int)left_ms);
        if (ready > 0) {
            return true;
        }
        if (ready == 0 && ts_clock_now() >= deadline) {
            return false;
        }
    }
}

size_t ts_uart_read(unsigned number, uint8_t *bytes, size_t capacity, uint64_t deadline) {
    host_uart *uart = &uarts[number];
    for (;;) {
        if (!uart->connected && !connect_uart(uart)) {
            uint64_t retry = ts_clock_now() + RETRY_US;
            if (retry >= deadline) {
                return 0;
            }
            ts_thread_sleep_until(retry);
            continue;
        }
        if (!await(uart->descriptor, POLLIN, deadline)) {
            return 0;
        }
        ssize_t length = read(uart->descriptor, bytes, capacity);
        if (length > 0) {
            return (size_t)length;
        }
        if (length == 0 || (errno != EAGAIN && errno != EINTR)) {
            disconnect_uart(uart);
        }
    }
}

static ssize_t write_some(int descriptor, const uint8_t *bytes, size_t length) {
    ssize_t sent = send(descriptor, bytes, length, MSG_NOSIGNAL);
    return sent < 0 && errno == ENOTSOCK ? write(descriptor, bytes, length) : sent;
}

bool ts_uart_write(unsigned number, const uint8_t *bytes, size_t length, uint64_t deadline) {
    host_uart *uart = &uarts[number];
    pthread_mutex_lock(&uart->lock);
    bool in_time = true;
    while (uart->connected && length > 0 && in_time) {
        ssize_t sent = write_some(uart->descriptor, bytes, length);
        if (sent >= 0) {
            bytes += sent;
            length -= (size_t)sent;
        } else if (errno == EAGAIN) {
            in_time = await(uart->descriptor, POLLOUT, deadline);
        } else if (errno != EINTR) {
            break; /* lost: the reader notices too */
        }
    }
    pthread_mutex_unlock(&uart->lock);
    return in_time;
}
