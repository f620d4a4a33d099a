// SPDX-License-Identifier: EPL-2.0
/*
 * What the C library of a subject imports. As in the native images, what a kernel prints goes nowhere, and there are no files. The
 * functions and their numbers are those of WASI preview 1.
 */
#include <stdint.h>
#include <string.h>

#include "ending.h"

#define WASI(name) __asm__("subject.import.wasi_snapshot_preview1." #name)

enum { SUCCESS = 0, EBADF = 8, ESPIPE = 70, STDERR = 2 };

extern uint8_t memory[] __asm__("subject.memory");

uint32_t fd_write(uint32_t fd, uint32_t vectors, uint32_t count, uint32_t written) WASI(fd_write);
uint32_t fd_close(uint32_t fd) WASI(fd_close);
uint32_t fd_seek(uint32_t fd, uint64_t offset, uint32_t whence, uint32_t position) WASI(fd_seek);
uint32_t fd_fdstat_get(uint32_t fd, uint32_t status) WASI(fd_fdstat_get);
_Noreturn void proc_exit(uint32_t code) WASI(proc_exit);

uint32_t fd_write(uint32_t fd, uint32_t vectors, uint32_t count, uint32_t written) {
    uint32_t total = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t vector[2]; /* where, and how many bytes */
        memcpy(vector, memory + vectors + i * sizeof vector, sizeof vector);
        total += vector[1];
    }
    memcpy(memory + written, &total, sizeof total);
    return fd <= STDERR ? SUCCESS : EBADF;
}

uint32_t fd_close(uint32_t fd) {
    return fd <= STDERR ? SUCCESS : EBADF;
}

uint32_t fd_seek(uint32_t fd, uint64_t offset, uint32_t whence, uint32_t position) {
    (void)offset, (void)whence, (void)position;
    return fd <= STDERR ? ESPIPE : EBADF;
}

uint32_t fd_fdstat_get(uint32_t fd, uint32_t status) {
    (void)fd, (void)status;
    return EBADF;
}

void proc_exit(uint32_t code) {
    end_image(code);
}
