// SPDX-License-Identifier: EPL-2.0
#include <stdint.h>

/*
 * A device node in miniature, for QEMU's mps2-an385: prints what the runtime would print, copies its sensor UART to the console
 * and answers each byte on its link UART with the next letter.
 */
#define CONSOLE 0x40004000u
#define LINK 0x40005000u
#define SENSOR 0x40006000u

#define DATA(uart) (*(volatile uint32_t *)(uart))
#define STATE(uart) (*(volatile uint32_t *)((uart) + 4))
#define CTRL(uart) (*(volatile uint32_t *)((uart) + 8))
#define BAUDDIV(uart) (*(volatile uint32_t *)((uart) + 16))

static void open(uint32_t uart) {
    BAUDDIV(uart) = 16;
    CTRL(uart) = 3;
}

static void put(uint32_t uart, uint32_t c) {
    while (STATE(uart) & 1) {
    }
    DATA(uart) = c;
}

static void print(const char *text) {
    while (*text != '\0') {
        put(CONSOLE, (uint8_t)*text++);
    }
}

__attribute__((noinline)) static void report(void) {
    uint32_t call = ((uint32_t)__builtin_return_address(0) & ~1u) - 2;
    print("trap: integer divide by zero at 0x");
    for (int i = 28; i >= 0; i -= 4) {
        put(CONSOLE, (uint8_t)"0123456789abcdef"[(call >> i) & 15]);
    }
    print(" in control\n");
}

__attribute__((noinline)) void update(int passed) __asm__("control.update");
void update(int passed) {
    report(); /* the trap */
    if (passed) {
        print("never\n");
    }
}

/* An export is a second name for the function, and no name for users. */
void exported(int passed) __asm__("control.export.test:unit/control#update") __attribute__((alias("control.update")));

static volatile int never;

void reset(void) {
    open(CONSOLE);
    open(LINK);
    open(SENSOR);
    update(never);
    print("ready\n");
#ifdef DIES
    __asm__ volatile("udf #0");
#endif
    for (;;) {
        if (STATE(SENSOR) & 2) {
            put(CONSOLE, DATA(SENSOR));
        }
        if (STATE(LINK) & 2) {
            put(LINK, DATA(LINK) + 1);
        }
    }
}

__attribute__((section(".vectors"), used)) static const uint32_t stack_top = 0x20010000;
__attribute__((section(".vectors"), used)) static void (*const vector)(void) = reset;
