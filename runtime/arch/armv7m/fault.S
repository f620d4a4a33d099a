// SPDX-License-Identifier: EPL-2.0
// All processor faults, and exceptions that nobody expects: passes what the processor left to ts_fault.

    .syntax unified
    .thumb

    .section .text.ts_fault_entry, "ax", %progbits
    .global ts_fault_entry
    .thumb_func
    .type ts_fault_entry, %function
ts_fault_entry:
    tst     lr, #4
    ite     eq
    mrseq   r0, msp
    mrsne   r0, psp
    mov     r1, lr
    push    {r4-r11}                // seen through the third argument
    mov     r2, sp
    bl      ts_fault                // comes back only if the invocation ends and its caller goes on: r0 is the new stack pointer
    pop     {r4-r11}
    msr     psp, r0
    mvn     lr, #2                  // TS_EXC_RETURN_THREAD
    bx      lr
    .size ts_fault_entry, . - ts_fault_entry
