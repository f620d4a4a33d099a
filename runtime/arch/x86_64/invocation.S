// SPDX-License-Identifier: EPL-2.0
// Enters and leaves modules on x86-64: the callee-saved registers (System V ABI, 3.2.1) and the stack pointer are what a trap restores.

    .text

// ts_trap ts_port_invoke(ts_invocation *invocation, ts_entry entry, ts_value *values)
    .global ts_port_invoke
    .type   ts_port_invoke, @function
ts_port_invoke:
    .cfi_startproc
    pushq   %rbp
    .cfi_def_cfa_offset 16
    .cfi_offset %rbp, -16
    pushq   %rbx
    .cfi_def_cfa_offset 24
    .cfi_offset %rbx, -24
    pushq   %r12
    .cfi_def_cfa_offset 32
    .cfi_offset %r12, -32
    pushq   %r13
    .cfi_def_cfa_offset 40
    .cfi_offset %r13, -40
    pushq   %r14
    .cfi_def_cfa_offset 48
    .cfi_offset %r14, -48
    pushq   %r15
    .cfi_def_cfa_offset 56
    .cfi_offset %r15, -56
    subq    $8, %rsp                // keeps the stack aligned to 16 bytes
    .cfi_def_cfa_offset 64
    movq    %rsp, (%rdi)
    movq    %rdx, %rdi
    callq   *%rsi
    xorl    %eax, %eax
.Lleave:
    addq    $8, %rsp
    .cfi_def_cfa_offset 56
    popq    %r15
    .cfi_def_cfa_offset 48
    popq    %r14
    .cfi_def_cfa_offset 40
    popq    %r13
    .cfi_def_cfa_offset 32
    popq    %r12
    .cfi_def_cfa_offset 24
    popq    %rbx
    .cfi_def_cfa_offset 16
    popq    %rbp
    .cfi_def_cfa_offset 8
    retq
    .cfi_endproc
    .size   ts_port_invoke, . - ts_port_invoke

// _Noreturn void ts_port_unwind(ts_invocation *invocation, ts_trap trap); the fault handler returns here too
    .global ts_port_unwind
    .type   ts_port_unwind, @function
ts_port_unwind:
    movq    (%rdi), %rsp
    movl    %esi, %eax
    jmp     .Lleave
    .size   ts_port_unwind, . - ts_port_unwind

    .section .note.GNU-stack, "", @progbits
