// SPDX-License-Identifier: EPL-2.0
/* Stands for a compiled module. */
#include <stdint.h>

uint8_t memory[64] __asm__("faulty.memory");
const uint32_t memory_size __asm__("faulty.memory.size") = sizeof memory;

void initialize(void) __asm__("faulty.initialize");
void initialize(void) {
}

void step(void) __asm__("faulty.export.step");
void step(void) {
    #if defined(__x86_64__)
    __asm__ volatile("ud2\n\t.byte 2");
#else
    __asm__ volatile("udf #2");
#endif
}
