// SPDX-License-Identifier: EPL-2.0
/*
 * Where the heap of a module with a memory budget ends: MEMORY_BYTES. It stands in for the C library's sbrk, which knows
 * whole pages of 64 KiB only. The library's allocator asks once where memory ends, has all from __heap_base to there, and
 * is told that there is no more when that is used up.
 */
#include <errno.h>
#include <stdint.h>
#include <unistd.h>

void *sbrk(intptr_t increment)
{
    if (increment != 0) {
        errno = ENOMEM;
        return (void *)-1;
    }
    return (void *)MEMORY_BYTES;
}
