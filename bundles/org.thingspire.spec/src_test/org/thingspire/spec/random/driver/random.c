// SPDX-License-Identifier: EPL-2.0
#include "spec.h"

/* Makes all calls and writes a line for each: the kind of trap, or 0, and the result's bits. */

extern uint64_t random_result;
uint64_t random_result;

static void write_number(uint64_t value, unsigned base) {
    char text[24];
    char *at = text + sizeof text - 1;
    *at = 0;
    do {
        *--at = "0123456789abcdef"[value % base];
        value /= base;
    } while (value != 0);
    spec_write(at);
}

void spec_main(void) {
    for (int i = 0; i < spec_command_count; i++) {
        random_result = 0;
        int trap = spec_catch(spec_commands[i].run);
        write_number((uint64_t)trap, 10);
        spec_write(" ");
        write_number(random_result, 16);
        spec_write("\n");
    }
    spec_write("END\n");
}
