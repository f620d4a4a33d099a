// SPDX-License-Identifier: EPL-2.0
// Enters and leaves modules: the callee-saved registers (AAPCS, 6.1.1 and 6.1.2.1) and the stack pointer are what a trap restores.

    .syntax unified
    .thumb
    .cfi_sections .debug_frame

// ts_trap ts_port_invoke(ts_invocation *invocation, ts_entry entry, ts_value *values)
    .section .text.ts_port_invoke, "ax", %progbits
    .global ts_port_invoke
    .thumb_func
    .type ts_port_invoke, %function
ts_port_invoke:
    .cfi_startproc
    push    {r3-r11, lr}            // r3 keeps the stack aligned to 8 bytes
    .cfi_def_cfa_offset 40
    .cfi_offset r4, -36
    .cfi_offset r5, -32
    .cfi_offset r6, -28
    .cfi_offset r7, -24
    .cfi_offset r8, -20
    .cfi_offset r9, -16
    .cfi_offset r10, -12
    .cfi_offset r11, -8
    .cfi_offset lr, -4
#if defined(__ARM_FP)
    vpush   {d8-d15}
    .cfi_adjust_cfa_offset 64
#endif
    str     sp, [r0]
    mov     r0, r2
    blx     r1
    movs    r0, #0
leave:
#if defined(__ARM_FP)
    vpop    {d8-d15}
    .cfi_adjust_cfa_offset -64
#endif
    pop     {r3-r11, pc}
    .cfi_endproc
    .size ts_port_invoke, . - ts_port_invoke

// _Noreturn void ts_port_unwind(ts_invocation *invocation, ts_trap trap)
    .global ts_port_unwind
    .thumb_func
    .type ts_port_unwind, %function
ts_port_unwind:
    ldr     r2, [r0]
    mov     sp, r2
    mov     r0, r1
    b       leave
    .size ts_port_unwind, . - ts_port_unwind
