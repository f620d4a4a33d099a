// SPDX-License-Identifier: EPL-2.0
#include "memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* An index, an offset, and the last access at their sum; whole pages. */
#define RESERVED ((UINT64_C(1) << 33) + 4096)
/*
 * Where a fault is a memory's: code may compute with 64 bits what modules compute with 32, and be off by some 2^32 when it faults. Nothing
 * else is there, since memories are that far apart.
 */
#define NEAR_BELOW (UINT64_C(1) << 32)
#define NEAR (UINT64_C(1) << 34)

/* One from each object whose memory is reserved so; the linker puts them next to each other. */
typedef struct memory {
    uint8_t *start;       /* an address that the linker was told */
    const uint32_t *size; /* how many bytes can be accessed now */
    uint64_t initial;     /* and how many before it has grown */
} memory;

extern const memory first[] __asm__("__start_ts_memories") __attribute__((weak));
extern const memory end[] __asm__("__stop_ts_memories") __attribute__((weak));

static bool close_all(const memory *memory, int flags) {
    return mmap(memory->start, RESERVED, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | flags, -1, 0) == memory->start;
}

static bool open_up(const memory *memory, uint64_t bytes) {
    return bytes == 0 || mprotect(memory->start, bytes, PROT_READ | PROT_WRITE) == 0;
}

/* Before anything else of the program runs. */
__attribute__((constructor)) static void reserve(void) {
    for (const memory *memory = first; memory < end; memory++) {
        if (!close_all(memory, MAP_FIXED_NOREPLACE) || !open_up(memory, memory->initial)) {
            fprintf(stderr, "There are no 8 GiB of addresses at %p for a module's memory. Raise the limit of virtual memory "
                    "(ulimit -v unlimited).\n", (void *)memory->start);
            exit(1);
        }
    }
}

void ts_port_memory_reset(const uint8_t *start) {
    if (ts_descriptors_reset) {
        ts_descriptors_reset(start);
    }
    for (const memory *memory = first; memory < end; memory++) {
        /* That fails only where there is no memory left; then the module faults. */
        if (memory->start == start && close_all(memory, MAP_FIXED)) {
            open_up(memory, memory->initial);
        }
    }
}

static const memory *near(uintptr_t address) {
    for (const memory *memory = first; memory < end; memory++) {
        if (address - ((uintptr_t)memory->start - NEAR_BELOW) < NEAR) {
            return memory;
        }
    }
    return NULL;
}

bool ts_memory_open_grown(uintptr_t address) {
    const memory *memory = near(address);
    return memory != NULL && address - (uintptr_t)memory->start < *memory->size && open_up(memory, *memory->size);
}

bool ts_memory_out_of_bounds(uintptr_t address) {
    const memory *memory = near(address);
    return memory != NULL && address - (uintptr_t)memory->start >= *memory->size;
}
