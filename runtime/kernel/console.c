// SPDX-License-Identifier: EPL-2.0
#include "kernel/console.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "kernel/port.h"
#include "thingspire/mutex.h"

static ts_mutex lock;
static bool in_line; /* the last character was not a line end */

static void put(const char *text, size_t length) {
    if (length > 0) {
        ts_port_console_write(text, length);
        in_line = text[length - 1] != '\n';
    }
}

static void start_line(void) {
    if (in_line) {
        put("\n", 1);
    }
}

static void put_hexadecimal(uintptr_t value) {
    char digits[2 * sizeof value];
    for (size_t i = sizeof digits; i-- > 0; value >>= 4) {
        digits[i] = "0123456789abcdef"[value & 15];
    }
    put(digits, sizeof digits);
}

static void put_decimal(unsigned value) {
    char digits[10];
    size_t first = sizeof digits;
    do {
        digits[--first] = (char)('0' + value % 10);
        value /= 10;
    } while (value != 0);
    put(digits + first, sizeof digits - first);
}

static void put_formatted(const char *format, va_list arguments) {
    const char *plain = format;
    for (const char *at = format; *at != '\0'; at++) {
        if (*at != '%') {
            continue;
        }
        put(plain, (size_t)(at - plain));
        at++;
        if (*at == 's') {
            const char *text = va_arg(arguments, const char *);
            put(text, strlen(text));
        } else if (*at == 'x') {
            put_hexadecimal(va_arg(arguments, uintptr_t));
        } else {
            put_decimal(va_arg(arguments, unsigned));
        }
        plain = at + 1;
    }
    put(plain, strlen(plain));
}

void ts_console_line(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    ts_mutex_lock(&lock);
    start_line();
    put_formatted(format, arguments);
    put("\n", 1);
    ts_mutex_unlock(&lock);
    va_end(arguments);
}

void ts_console_line_unlocked(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    start_line();
    put_formatted(format, arguments);
    put("\n", 1);
    va_end(arguments);
}

void ts_console_text_line(const char *text, size_t length) {
    ts_mutex_lock(&lock);
    start_line();
    put(text, length);
    put("\n", 1);
    ts_mutex_unlock(&lock);
}

void ts_console_text(const char *text, size_t length) {
    ts_mutex_lock(&lock);
    put(text, length);
    ts_mutex_unlock(&lock);
}
