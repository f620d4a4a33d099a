// SPDX-License-Identifier: EPL-2.0
// The gate's core for x86-64: the callee-saved registers (System V ABI, 3.2.1) and the stack pointer are what a trap restores.

    .text

// ts_trap ts_port_gate_run(ts_gate *gate, ts_entry entry, ts_value *values)
    .global ts_port_gate_run
    .type   ts_port_gate_run, @function
ts_port_gate_run:
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
    .size   ts_port_gate_run, . - ts_port_gate_run

// _Noreturn void ts_port_gate_leave(ts_gate *gate, ts_trap trap); the fault handler returns here too
    .global ts_port_gate_leave
    .type   ts_port_gate_leave, @function
ts_port_gate_leave:
    movq    (%rdi), %rsp
    movl    %esi, %eax
    jmp     .Lleave
    .size   ts_port_gate_leave, . - ts_port_gate_leave

    .section .note.GNU-stack, "", @progbits
