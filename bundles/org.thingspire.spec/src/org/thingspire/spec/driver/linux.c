// SPDX-License-Identifier: EPL-2.0
#define _GNU_SOURCE
#include "spec.h"

#include <setjmp.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <ucontext.h>
#include <unistd.h>

#include "os/linux/memory.h"

/* Traps arrive as signals: SIGILL from `ud2`, which carries the kind in the byte after it, SIGSEGV from the end of the stack. */

#define NEAR_STACK (1 << 20)

static sigjmp_buf back;
static char signal_stack[1 << 16];

static void on_signal(int number, siginfo_t *info, void *context) {
    const greg_t *registers = ((const ucontext_t *)context)->uc_mcontext.gregs;
    const uint8_t *code = (const uint8_t *)registers[REG_RIP];
    int kind = SPEC_FAULT;
    if (number == SIGILL && code[0] == 0x0f && code[1] == 0x0b) {
        kind = code[2];
    } else if (number == SIGSEGV && ts_memory_open_grown((uintptr_t)info->si_addr)) {
        return;
    } else if (number == SIGSEGV && ts_memory_out_of_bounds((uintptr_t)info->si_addr)) {
        kind = SPEC_OUT_OF_BOUNDS_MEMORY;
    } else if (number == SIGSEGV) {
        intptr_t distance = (intptr_t)info->si_addr - (intptr_t)registers[REG_RSP];
        kind = distance > -NEAR_STACK && distance < NEAR_STACK ? SPEC_STACK_EXHAUSTED : SPEC_FAULT;
    }
    siglongjmp(back, kind);
}

int spec_catch(void (*run)(void)) {
    int kind = sigsetjmp(back, 1);
    if (kind == 0) {
        run();
    }
    return kind;
}

void spec_write(const char *text) {
    size_t length = strlen(text);
    if (write(STDOUT_FILENO, text, length) != (ssize_t)length) {
        _exit(2);
    }
}

int main(void) {
    stack_t stack = { .ss_sp = signal_stack, .ss_size = sizeof signal_stack };
    sigaltstack(&stack, NULL);
    struct sigaction action = { .sa_sigaction = on_signal, .sa_flags = SA_SIGINFO | SA_ONSTACK };
    sigaction(SIGILL, &action, NULL);
    sigaction(SIGSEGV, &action, NULL);
    spec_main();
    return 0;
}
