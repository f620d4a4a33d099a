// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stddef.h>

/* What the kernel uses of the C library (ISO C11, 7.24). A freestanding compiler has no such header. */
int memcmp(const void *left, const void *right, size_t length);
void *memcpy(void *restrict to, const void *restrict from, size_t length);
void *memmove(void *to, const void *from, size_t length);
void *memset(void *to, int value, size_t length);
size_t strlen(const char *text);
