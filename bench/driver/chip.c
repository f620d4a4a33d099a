// SPDX-License-Identifier: EPL-2.0
/* A bare ARMv7-M image that runs its subject once, counted by count.c, and tells QEMU's semihosting the result. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "chip.h"
#include "ending.h"

enum { STACK = 32 * 1024, SYS_WRITE0 = 4, SYS_EXIT_EXTENDED = 0x20, APPLICATION_EXIT = 0x20026, TRAPPED = 3 };

#define REGISTER(address) (*(volatile uint32_t *)(address))
#define CPACR REGISTER(0xE000ED88)
#define CCR REGISTER(0xE000ED14)
#define CCR_DIV_0_TRP (1u << 4)

extern uint8_t ts_data_start[], ts_data_end[], ts_bss_start[], ts_bss_end[];
extern const uint8_t ts_data_load[];

extern uint8_t ts_handler_stack_top[];

__attribute__((aligned(8))) static uint8_t stack[STACK];

static void semihost(int operation, const void *argument) {
    register int r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = argument;
    __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
}

void end_image(uint32_t code) {
    const uint32_t arguments[2] = { APPLICATION_EXIT, code };
    semihost(SYS_EXIT_EXTENDED, arguments);
    for (;;) {
    }
}

void tell_result(uint32_t result) {
    char text[] = "result 0x00000000\n";
    for (int i = 0; i < 8; i++) {
        text[16 - i] = "0123456789abcdef"[result >> (4 * i) & 15u];
    }
    semihost(SYS_WRITE0, text);
}

/* The subject trapped, or worse. */
static void fault(void) {
    semihost(SYS_WRITE0, "fault\n");
    end_image(TRAPPED);
}

__attribute__((used)) static _Noreturn void run(void) {
    measure();
    end_image(0);
}

_Noreturn void ts_reset(void) {
    memcpy(ts_data_start, ts_data_load, (size_t)(ts_data_end - ts_data_start));
    memset(ts_bss_start, 0, (size_t)(ts_bss_end - ts_bss_start));
    CCR |= CCR_DIV_0_TRP;
#if defined(__ARM_FP)
    CPACR |= 0xfu << 20;
    __asm__ volatile("dsb\n\tisb");
#endif
    /* From the small stack that handlers have onto one that subjects may have. */
    __asm__ volatile("mov sp, %0\n\tb %c1" ::"r"(stack + STACK), "i"(run));
    __builtin_unreachable();
}

typedef union vector {
    void (*handler)(void);
    uint8_t *stack_top;
} vector;

__attribute__((section(".vectors"), used)) static const vector vectors[16] = {
    [0] = { .stack_top = ts_handler_stack_top },
    [1] = { .handler = ts_reset },
    [2 ... 15] = { .handler = fault },
};
