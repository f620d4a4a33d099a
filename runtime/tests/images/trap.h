// SPDX-License-Identifier: EPL-2.0
#pragma once

/* What compiled modules execute to trap; `kind` is a literal. */
#if defined(__x86_64__)
#define TRAP(kind) __asm__ volatile("ud2\n\t.byte " #kind)
#else
#define TRAP(kind) __asm__ volatile("udf #" #kind)
#endif
