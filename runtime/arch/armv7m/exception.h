// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

/* What the processor pushes on exception entry, without floating-point registers: ARM DDI 0403, B1.5.6. */
typedef struct ts_exception_frame {
    uint32_t r0, r1, r2, r3, r12, lr, pc, xpsr;
} ts_exception_frame;

#define TS_EXTENDED_FRAME 104                   /* bytes, with them */

#define TS_XPSR_THUMB (1u << 24)
#define TS_EXC_RETURN_THREAD 0xfffffffdu        /* to a thread on the process stack, basic frame */
#define TS_EXC_RETURN_BASIC_FRAME (1u << 4)
#define TS_EXC_RETURN_TO_THREAD_MODE (1u << 3)
#define TS_EXC_RETURN_PROCESS_STACK (1u << 2)
