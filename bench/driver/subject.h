// SPDX-License-Identifier: EPL-2.0
/*
 * What an image measures: a kernel that clang made machine code of, or, if WASM is defined, the same kernel on its way
 * through WebAssembly. Everything else in the two images is the same.
 */
#pragma once

#ifdef WASM
#define SUBJECT(name) __asm__("subject.export." name)
void reset(void) __asm__("subject.initialize");
/* There if the module has a C library: prepares it. */
__attribute__((weak)) void prepare_library(void) SUBJECT("_initialize");
static inline void initialize(void) {
    reset();
    if (prepare_library != 0) {
        prepare_library();
    }
}
#else
#define SUBJECT(name) __asm__(name)
static inline void initialize(void) {
}
#endif

int kernel(void) SUBJECT("kernel");
__attribute__((weak)) void kernel_init(void) SUBJECT("kernel_init");

static inline void prepare(void) {
    initialize();
    if (kernel_init != 0) {
        kernel_init();
    }
}
