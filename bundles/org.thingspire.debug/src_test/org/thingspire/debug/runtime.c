// SPDX-License-Identifier: EPL-2.0

/* The runtime and the wiring in miniature. */

int gate(int (*entry)(int), int argument);
int gate(int (*entry)(int), int argument) {
    return entry(argument) + 0;
}

int read(int channel) __asm__("probe.read");
int probe_read(int channel) __asm__("control.import.probe.read");
int probe_read(int channel) {
    return gate(read, channel);
}

int update(int channel) __asm__("control.update");

#if defined(__arm__)

void reset(void) {
    for (;;) {
        gate(update, 1);
    }
}

__attribute__((section(".vectors"), used)) static const unsigned stack_top = 0x20010000;
__attribute__((section(".vectors"), used)) static void (*const vector)(void) = reset;

#else

#include <setjmp.h>
#include <signal.h>
#include <stdio.h>

static sigjmp_buf before;

static void trapped(int signal) {
    siglongjmp(before, signal);
}

int main(void) {
    setvbuf(stdout, NULL, _IOLBF, 0);
    signal(SIGILL, trapped);
    if (sigsetjmp(before, 1) == 0) {
        __builtin_trap();
    }
    puts("went on after a trap");
    for (;;) {
        gate(update, 1);
    }
}

#endif
