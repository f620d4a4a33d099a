// SPDX-License-Identifier: EPL-2.0
#pragma once

/*
 * Why an invocation ended early.
 *
 * Kinds below TS_TRAP_FIRST_RUNTIME are raised by compiled code, which executes an undefined instruction
 * that carries the kind: `udf #kind` on Thumb, `ud2` followed by one byte on x86-64. So a trap costs nothing
 * until it happens, and the faulting address tells the source line. The compiler's TrapKind.java lists the
 * same numbers; its test compares the two.
 */
typedef enum ts_trap {
    TS_TRAP_NONE = 0,
    TS_TRAP_UNREACHABLE = 1,
    TS_TRAP_INTEGER_DIVIDE_BY_ZERO = 2,
    TS_TRAP_INTEGER_OVERFLOW = 3,
    TS_TRAP_INVALID_CONVERSION = 4,      /* NaN to integer */
    TS_TRAP_OUT_OF_BOUNDS_MEMORY = 5,
    TS_TRAP_OUT_OF_BOUNDS_TABLE = 6,
    TS_TRAP_UNINITIALIZED_ELEMENT = 7,
    TS_TRAP_INDIRECT_CALL_TYPE = 8,
    TS_TRAP_UNDEFINED_ELEMENT = 9,

    TS_TRAP_FIRST_RUNTIME = 64,
    TS_TRAP_STACK_OVERFLOW = 64,         /* found by the MPU, or by the guard page */
    TS_TRAP_FAULT = 65,                  /* any other processor fault inside a module: a bug of ours, contained */
    TS_TRAP_CALLEE = 66,                 /* the called module trapped; that was reported where it happened */
    TS_TRAP_PEER = 67,                   /* a call to another node had no answer within its deadline */
    TS_TRAP_REENTRANCE = 68,             /* the call chain came back into a module that is still running */
    TS_TRAP_HOST_ARGUMENT = 69,          /* a pointer or length given to a host function leaves linear memory */
    TS_TRAP_EXIT = 70,                   /* proc_exit: ends the invocation; no error when its code is 0 */
    TS_TRAP_BUSY = 71,                   /* another call was in the module for longer than TS_BUSY_MS */
} ts_trap;

/* The words of the WebAssembly specification where it has some, else ours. Never NULL. */
const char *ts_trap_text(ts_trap kind);
