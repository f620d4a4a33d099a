// SPDX-License-Identifier: EPL-2.0
// Usage faults: has ts_unaligned do an unaligned access of a thread, and returns to the instruction after it. All others are ts_fault_entry's.

    .syntax unified
    .thumb

    .section .text.ts_usage_fault_entry, "ax", %progbits
    .global ts_usage_fault_entry
    .thumb_func
    .type ts_usage_fault_entry, %function
ts_usage_fault_entry:
    ldr     r1, =0xE000ED28         // SCB_CFSR
    ldr     r0, [r1]
    cmp     r0, #(1 << 24)          // SCB_CFSR_UNALIGNED, and nothing else
    bne     ts_fault_entry
    and     r0, lr, #12             // TS_EXC_RETURN_TO_THREAD_MODE, TS_EXC_RETURN_PROCESS_STACK
    cmp     r0, #12
    bne     ts_fault_entry
    mrs     r0, psp
    push    {r4-r11}
    mov     r1, sp
    mov     r4, lr
    movs    r2, #0
#if defined(__ARM_FP)
    tst     r4, #0x10               // TS_EXC_RETURN_BASIC_FRAME: the thread has not used the FPU
    itt     eq
    vpusheq {s16-s31}               // before, the processor saves s0 to s15 after the frame
    moveq   r2, sp
#endif
    bl      ts_unaligned
#if defined(__ARM_FP)
    tst     r4, #0x10
    it      eq
    vpopeq  {s16-s31}
#endif
    mov     lr, r4
    pop     {r4-r11}
    cmp     r0, #0
    beq     ts_fault_entry
    bx      lr
    .size ts_usage_fault_entry, . - ts_usage_fault_entry
