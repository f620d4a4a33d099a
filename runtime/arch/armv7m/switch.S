// SPDX-License-Identifier: EPL-2.0
// PendSV: saves the registers of the thread that was interrupted, lets the scheduler choose, restores those of the next.

    .syntax unified
    .thumb

    .bss
    .balign 4
running:                            // ts_context *: NULL before the first switch
    .space 4

    .section .text.ts_switch_entry, "ax", %progbits
    .global ts_switch_entry
    .thumb_func
    .type ts_switch_entry, %function
ts_switch_entry:
    ldr     r3, =running
    ldr     r0, [r3]
    cbz     r0, 1f
    adds    r0, #4
    mrs     r1, psp
    stmia   r0!, {r1, r4-r11, lr}
#if defined(__ARM_FP)
    tst     lr, #0x10               // the thread has used the FPU: the rest of its registers
    it      eq
    vstmiaeq r0, {s16-s31}
#endif
1:  push    {r3, lr}
    bl      ts_switch_next
    pop     {r3, lr}
    str     r0, [r3]
    ldr     r1, [r0], #4
#if __ARM_ARCH >= 8
    msr     psplim, r1
#else
    ldr     r2, =0xE000ED9C         // MPU_RBAR
    str     r1, [r2]
#endif
    ldmia   r0!, {r1, r4-r11, lr}
#if defined(__ARM_FP)
    tst     lr, #0x10
    it      eq
    vldmiaeq r0, {s16-s31}
#endif
    msr     psp, r1
    dsb
    bx      lr
    .size ts_switch_entry, . - ts_switch_entry

// Where a thread starts: r0 argument, r1 entry. A debugger's stack ends here.
    .section .text.ts_thread_entry, "ax", %progbits
    .global ts_thread_entry
    .thumb_func
    .type ts_thread_entry, %function
    .cfi_sections .debug_frame
ts_thread_entry:
    .cfi_startproc
    .cfi_undefined lr
    blx     r1
    bl      ts_sched_end
    .cfi_endproc
    .size ts_thread_entry, . - ts_thread_entry
