// SPDX-License-Identifier: EPL-2.0
#include "spec.h"
#include "unaligned.h"

/*
 * Cortex-M boards in QEMU: output by semihosting, traps as faults, unaligned accesses as the runtime does them. The commands' stack begins where RAM does, and what lies
 * below is out of bounds for everybody (QEMU would take writes to nowhere): by the MPU of ARMv7-M, by the stack limit of ARMv8-M.
 */

/* Newlib's, without its headers: ten words and eight doubles are the most that any Cortex-M keeps. */
typedef uint64_t jmp_buf[16];
int setjmp(jmp_buf) __attribute__((returns_twice));
_Noreturn void longjmp(jmp_buf, int);

#define CFSR (*(volatile uint32_t *)0xe000ed28)
#define MMFAR (*(volatile uint32_t *)0xe000ed34)
#define MPU_CTRL (*(volatile uint32_t *)0xe000ed94)
#define MPU_RBAR (*(volatile uint32_t *)0xe000ed9c)
#define MPU_RASR (*(volatile uint32_t *)0xe000eda0)
#define SHCSR (*(volatile uint32_t *)0xe000ed24)
#define CPACR (*(volatile uint32_t *)0xe000ed88)
#define FPCCR (*(volatile uint32_t *)0xe000ef34)
#define CFSR_MSTKERR 0x10u             /* no room for the exception's own frame */
#define CFSR_MMARVALID 0x80u
#define CFSR_UNDEFINSTR 0x10000u
#define CFSR_STKOF 0x100000u           /* below the stack limit */
#define CFSR_UNALIGNED 0x1000000u
#define SHCSR_FAULTS 0x70000u
#define MPU_NO_ACCESS_1MB 0x10000027u
#define MPU_VALID_REGION_0 0x10u
#define MPU_ON_BESIDE_DEFAULT 5u
#define GUARD 0x100000u
#define CPACR_FPU 0xf00000u
#define FPCCR_SAVE_AT_ONCE 0x80000000u
#define UDF_MASK 0xff00u
#define UDF 0xde00u
#define ROOM_TO_LEAVE 1024
#define SYS_WRITE0 4
#define SYS_EXIT 0x18
#define STOPPED_NORMALLY ((const void *)0x20026)

typedef ts_exception_frame frame;

extern uint8_t spec_data_load[], spec_data_start[], spec_data_end[], spec_bss_start[], spec_bss_end[], spec_stack_start[],
    spec_stack_end[], spec_handler_stack_end[];

void ts_fault_entry(void);
void ts_usage_fault_entry(void); /* for what isn't an unaligned access, it goes to the one above */

static jmp_buf back;

static void semihost(int operation, const void *argument) {
    register int r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = argument;
    __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
}

void spec_write(const char *text) { semihost(SYS_WRITE0, text); }

int spec_catch(void (*run)(void)) {
    int kind = setjmp(back);
    if (kind == 0) {
        run();
    }
    return kind;
}

static _Noreturn void leave(int kind) { longjmp(back, kind); }

/* Whether the fault came from below the stack; then the processor could not even write down where. */
static int is_overflow(uint32_t status) {
    return (status & (CFSR_MSTKERR | CFSR_STKOF)) != 0 || ((status & CFSR_MMARVALID) != 0 && MMFAR < (uint32_t)spec_stack_start);
}

/* Returns a frame, at the low end of the stack, with which the interrupted command goes on in leave(). */
__attribute__((used)) static frame *on_fault_frame(const frame *stacked) {
    uint32_t status = CFSR;
    CFSR = status;
    int overflow = is_overflow(status);
    uint16_t code = !overflow && (status & CFSR_UNDEFINSTR) != 0 ? *(const uint16_t *)stacked->pc : 0;
    int kind = overflow ? SPEC_STACK_EXHAUSTED : (code & UDF_MASK) == UDF ? code & ~UDF_MASK : SPEC_FAULT;
    frame *fresh = (overflow ? (frame *)(spec_stack_start + ROOM_TO_LEAVE) : (frame *)stacked) - 1;
    *fresh = (frame){ .r0 = (uint32_t)kind, .pc = (uint32_t)leave & ~1u, .xpsr = TS_XPSR_THUMB };
    return fresh;
}

/* All of the RAM is the modules': which memory belongs to whom is not known here. */
bool ts_unaligned(frame *stacked, uint32_t *r4_to_r11, uint32_t *s16_to_s31) {
    const ts_faulted faulted = { stacked, r4_to_r11, s16_to_s31 };
    bool done = ts_unaligned_access(&faulted, spec_stack_start, UINT32_MAX - (uint32_t)spec_stack_start);
    if (done) {
        CFSR = CFSR_UNALIGNED;
    }
    return done;
}

__attribute__((naked)) void ts_fault_entry(void) {
    __asm__ volatile("mrs r0, psp\n"
                     "bl on_fault_frame\n"
                     "msr psp, r0\n"
                     "mvn lr, #2\n"        /* 0xfffffffd: back to the program, on its own stack */
                     "bx lr\n");
}

#if __ARM_ARCH >= 8
static void guard_stack(void) { __asm__ volatile("msr psplim, %0" : : "r"(spec_stack_start)); }
#else
static void guard_stack(void) {
    MPU_RBAR = ((uint32_t)spec_stack_start - GUARD) | MPU_VALID_REGION_0;
    MPU_RASR = MPU_NO_ACCESS_1MB;
    MPU_CTRL = MPU_ON_BESIDE_DEFAULT;
}
#endif

__attribute__((used)) static _Noreturn void start(void) {
    const uint8_t *from = spec_data_load;
    for (uint8_t *to = spec_data_start; to < spec_data_end; to++) {
        *to = *from++;
    }
    for (uint8_t *to = spec_bss_start; to < spec_bss_end; to++) {
        *to = 0;
    }
    guard_stack();
    SHCSR |= SHCSR_FAULTS;
    CPACR |= CPACR_FPU;
    FPCCR = FPCCR_SAVE_AT_ONCE;        /* and not later into a frame that was given up */
    spec_main();
    semihost(SYS_EXIT, STOPPED_NORMALLY);
    for (;;) {
    }
}

__attribute__((naked)) static void reset(void) {
    __asm__ volatile("ldr r0, =spec_stack_end\n"
                     "msr psp, r0\n"
                     "movs r0, #2\n"
                     "msr control, r0\n"
                     "isb\n"
                     "b start\n");
}

__attribute__((section(".vectors"), used)) static const void *const vectors[] = {
    spec_handler_stack_end, reset, ts_fault_entry, ts_fault_entry, ts_fault_entry, ts_fault_entry, ts_usage_fault_entry,
};
