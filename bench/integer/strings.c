// SPDX-License-Identifier: EPL-2.0
/* Scanning text: words counted, a pattern searched (Horspool), numbers read and written, JSON-like keys looked up. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TEXT = 4 * 1024 };

static char text[TEXT + 1];
static char written[16];

void kernel_init(void) {
    static const char phrase[] = "{\"id\": 4711, \"name\": \"greenhouse north\", \"temperature\": -12, \"limit\": 230, \"seen\": 1699} ";
    for (size_t i = 0; i < TEXT; i++) {
        text[i] = phrase[i % (sizeof phrase - 1)];
    }
    text[TEXT] = '\0';
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t length_of(const char *s) {
    const char *end = s;
    while (*end != '\0') {
        end++;
    }
    return (size_t)(end - s);
}

static int count_words(const char *s) {
    int words = 0;
    bool inside = false;
    for (; *s != '\0'; s++) {
        words += is_letter(*s) && !inside;
        inside = is_letter(*s);
    }
    return words;
}

static const char *search(const char *s, size_t length, const char *pattern, size_t pattern_length) {
    uint8_t skip[128];
    for (size_t c = 0; c < sizeof skip; c++) {
        skip[c] = (uint8_t)pattern_length;
    }
    for (size_t i = 0; i + 1 < pattern_length; i++) {
        skip[pattern[i] & 127] = (uint8_t)(pattern_length - 1 - i);
    }
    for (size_t at = 0; at + pattern_length <= length; at += skip[s[at + pattern_length - 1] & 127]) {
        size_t same = pattern_length;
        while (same > 0 && s[at + same - 1] == pattern[same - 1]) {
            same--;
        }
        if (same == 0) {
            return s + at;
        }
    }
    return NULL;
}

static const char *read_number(const char *s, int32_t *number) {
    bool negative = *s == '-';
    int32_t value = 0;
    for (s += negative; is_digit(*s); s++) {
        value = value * 10 + (*s - '0');
    }
    *number = negative ? -value : value;
    return s;
}

static char *write_number(int32_t number, char *at) {
    uint32_t rest = number < 0 ? 0u - (uint32_t)number : (uint32_t)number;
    *--at = '\0';
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (number < 0) {
        *--at = '-';
    }
    return at;
}

static int32_t sum_of(const char *key) {
    size_t key_length = length_of(key);
    int32_t sum = 0;
    const char *s = text;
    for (;;) {
        s = search(s, (size_t)(text + TEXT - s), key, key_length);
        if (s == NULL) {
            return sum;
        }
        int32_t number;
        s = read_number(s + key_length, &number);
        sum += number;
    }
}

int kernel(void) {
    uint32_t sum = (uint32_t)count_words(text);
    sum = sum * 31 + (uint32_t)sum_of("\"temperature\": ");
    sum = sum * 31 + (uint32_t)sum_of("\"limit\": ");
    for (int32_t i = -200; i < 200; i++) {
        const char *s = write_number(i * i * i, written + sizeof written);
        int32_t back;
        read_number(s, &back);
        sum = sum * 31 + (uint32_t)back + (uint32_t)length_of(s);
    }
    return (int)sum;
}
