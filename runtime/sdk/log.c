// SPDX-License-Identifier: EPL-2.0
/* printf for one line, small: a module on a chip has a few hundred bytes for it, not ten thousand. */
#include "thingspire.h"

typedef struct line {
    char text[TS_LOG_LENGTH];
    size_t length;
} line;

/* Between % and the letter. */
typedef struct layout {
    int width;
    int precision; /* -1: none given */
    char padding;
} layout;

static void put(line *out, char c)
{
    if (out->length < sizeof out->text) {
        out->text[out->length++] = c;
    }
}

static void put_padded(line *out, const char *text, int length, layout how)
{
    for (int i = length; i < how.width; i++) {
        put(out, how.padding);
    }
    for (int i = 0; i < length; i++) {
        put(out, text[i]);
    }
}

/* Writes digits backwards, ending before `end`; returns where they begin. */
static char *digits(char *end, uint64_t number, unsigned base, int at_least)
{
    while (number != 0 || at_least > 0) {
        *--end = "0123456789abcdef"[number % base];
        number /= base;
        at_least--;
    }
    return end;
}

static void put_number(line *out, uint64_t number, int negative, unsigned base, layout how)
{
    char text[24];
    char *end = text + sizeof text;
    char *start = digits(end, number, base, 1);
    if (negative && how.padding == '0') {
        put(out, '-');
        how.width--;
    } else if (negative) {
        *--start = '-';
    }
    put_padded(out, start, (int)(end - start), how);
}

static void put_float(line *out, double number, layout how)
{
    char text[40];
    char *end = text + sizeof text;
    int decimals = how.precision < 0 ? 6 : how.precision > 9 ? 9 : how.precision;
    uint64_t scale = 1;
    int negative = __builtin_signbit(number);
    if (negative) {
        number = -number;
    }
    if (number != number) {
        put_padded(out, "nan", 3, how);
        return;
    }
    if (number >= 9e18) {
        put_padded(out, negative ? "-big" : "big", negative ? 4 : 3, how);
        return;
    }
    for (int i = 0; i < decimals; i++) {
        scale *= 10;
    }
    uint64_t whole = (uint64_t)number;
    uint64_t fraction = (uint64_t)((number - (double)whole) * (double)scale + 0.5);
    if (fraction >= scale) {
        whole++;
        fraction -= scale;
    }
    char *start = digits(end, fraction, 10, decimals);
    if (decimals > 0) {
        *--start = '.';
    }
    start = digits(start, whole, 10, 1);
    if (negative) {
        *--start = '-';
    }
    put_padded(out, start, (int)(end - start), how);
}

static int read_number(const char **format, va_list *arguments)
{
    int number = 0;
    if (**format == '*') {
        ++*format;
        return va_arg(*arguments, int);
    }
    while (**format >= '0' && **format <= '9') {
        number = number * 10 + (*(*format)++ - '0');
    }
    return number;
}

static layout read_layout(const char **format, va_list *arguments)
{
    layout how = { .width = 0, .precision = -1, .padding = ' ' };
    if (**format == '0') {
        how.padding = '0';
        ++*format;
    }
    how.width = read_number(format, arguments);
    if (**format == '.') {
        ++*format;
        how.precision = read_number(format, arguments);
    }
    return how;
}

static void put_argument(line *out, const char **format, va_list *arguments)
{
    layout how = read_layout(format, arguments);
    int is_long_long = 0;
    while (**format == 'l' || **format == 'z') {
        is_long_long += **format == 'l';
        ++*format;
    }
    is_long_long = is_long_long == 2;
    char letter = *(*format)++;
    switch (letter) {
    case 'd': {
        int64_t number = is_long_long ? va_arg(*arguments, int64_t) : va_arg(*arguments, int32_t);
        put_number(out, number < 0 ? -(uint64_t)number : (uint64_t)number, number < 0, 10, how);
        break;
    }
    case 'u':
    case 'x': {
        uint64_t number = is_long_long ? va_arg(*arguments, uint64_t) : va_arg(*arguments, uint32_t);
        put_number(out, number, 0, letter == 'x' ? 16 : 10, how);
        break;
    }
    case 'f':
        put_float(out, va_arg(*arguments, double), how);
        break;
    case 'c': {
        char c = (char)va_arg(*arguments, int);
        put_padded(out, &c, 1, how);
        break;
    }
    case 's': {
        const char *text = va_arg(*arguments, const char *);
        int length = 0;
        while (text[length] != 0 && length != how.precision) {
            length++;
        }
        put_padded(out, text, length, how);
        break;
    }
    case 0: /* the format ends within an argument */
        --*format;
        put(out, '%');
        break;
    default:
        put(out, letter);
    }
}

void ts_log(const char *format, ...)
{
    line out = { .length = 0 };
    va_list arguments;
    va_start(arguments, format);
    while (*format != 0) {
        if (*format == '%') {
            format++;
            put_argument(&out, &format, &arguments);
        } else {
            put(&out, *format++);
        }
    }
    va_end(arguments);
    ts_log_write(out.text, out.length);
}
