// SPDX-License-Identifier: EPL-2.0
/* What clang calls to copy and fill where the author has written no call. */
#include <stddef.h>

void *memcpy(void *restrict to, const void *restrict from, size_t length);
void *memmove(void *to, const void *from, size_t length);
void *memset(void *to, int value, size_t length);
int memcmp(const void *one, const void *other, size_t length);

#define NOT_ITSELF __attribute__((no_builtin))

NOT_ITSELF void *memcpy(void *restrict to, const void *restrict from, size_t length)
{
    char *target = to;
    const char *source = from;
    while (length-- > 0) {
        *target++ = *source++;
    }
    return to;
}

NOT_ITSELF void *memmove(void *to, const void *from, size_t length)
{
    char *target = to;
    const char *source = from;
    if (target < source) {
        while (length-- > 0) {
            *target++ = *source++;
        }
    } else {
        while (length-- > 0) {
            target[length] = source[length];
        }
    }
    return to;
}

NOT_ITSELF void *memset(void *to, int value, size_t length)
{
    char *target = to;
    while (length-- > 0) {
        *target++ = (char)value;
    }
    return to;
}

NOT_ITSELF int memcmp(const void *one, const void *other, size_t length)
{
    const unsigned char *a = one;
    const unsigned char *b = other;
    for (; length > 0; length--, a++, b++) {
        if (*a != *b) {
            return *a - *b;
        }
    }
    return 0;
}
