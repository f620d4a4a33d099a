// SPDX-License-Identifier: EPL-2.0
/* Counts calls from the host into the subject, then calls from the subject to the host: see calls.c. */
#include "calls.h"
#include "chip.h"
#include "subject.h"

int callee(int value) SUBJECT("callee");
int caller(int count) SUBJECT("caller");

/* Another compilation than the subject's, so that nobody inlines it. */
#ifdef WASM
int host(int value) __asm__("subject.import.env.host");
#endif
int host(int value) {
    return value + 1;
}

void measure(void) {
    int value = 0;
    initialize();
    START_COUNTING();
    for (int i = 0; i < CALLS; i++) {
        value = callee(value);
    }
    STOP_COUNTING();
    START_COUNTING();
    value += caller(CALLS);
    STOP_COUNTING();
    tell_result((uint32_t)value);
}
