// SPDX-License-Identifier: EPL-2.0
/* Counts one call of a kernel. */
#include "chip.h"
#include "subject.h"

void measure(void) {
    prepare();
    START_COUNTING();
    int result = kernel();
    STOP_COUNTING();
    tell_result((uint32_t)result);
}
