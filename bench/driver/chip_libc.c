// SPDX-License-Identifier: EPL-2.0
/*
 * What newlib asks of a system, for kernels that use it natively: a heap as large as that of a module; what they print goes nowhere,
 * and there are no files. The linker drops what nobody needs.
 */
#include <stddef.h>
#include <stdint.h>

#include "ending.h"

/* HEAP_BYTES is given by the compiler's caller. */
__attribute__((aligned(8))) static uint8_t heap[HEAP_BYTES];
static ptrdiff_t used;

void *_sbrk(ptrdiff_t increment);
int _write(int fd, const void *bytes, int count);
int _isatty(int fd);
_Noreturn void _exit(int code);

void *_sbrk(ptrdiff_t increment) {
    if (increment > HEAP_BYTES - used || increment < -used) {
        return (void *)-1;
    }
    used += increment;
    return heap + used - increment;
}

int _write(int fd, const void *bytes, int count) {
    (void)fd, (void)bytes;
    return count;
}

int _isatty(int fd) {
    (void)fd;
    return 0;
}

void _exit(int code) {
    end_image((uint32_t)code);
}

#define REFUSED(name) \
    int name(void);   \
    int name(void) {  \
        return -1;    \
    }
REFUSED(_close)
REFUSED(_fstat)
REFUSED(_getpid)
REFUSED(_kill)
REFUSED(_lseek)
REFUSED(_read)
