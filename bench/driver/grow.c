// SPDX-License-Identifier: EPL-2.0
/* Linked to each module whose memory is to be one that can grow. Nobody calls it: that somebody could is what costs. */
__attribute__((export_name("bench-grow"))) int bench_grow(void);

int bench_grow(void) {
    return (int)__builtin_wasm_memory_grow(0, 1);
}
