// SPDX-License-Identifier: EPL-2.0
#include "spec.h"

/*
 * The report: "FAIL <number of the command> <line in the script> <what>" for each failure, "DONE <number of commands>" at the end.
 */

static const spec_command *current;

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

static void fail(void) {
    spec_write("FAIL ");
    write_number((uint64_t)(current - spec_commands), 10);
    spec_write(" ");
    write_number((uint64_t)current->line, 10);
    spec_write(" ");
}

static void expect(int holds, uint64_t actual, const char *wanted, uint64_t expected) {
    if (!holds) {
        fail();
        spec_write("got 0x");
        write_number(actual, 16);
        spec_write(", expected ");
        spec_write(wanted);
        write_number(expected, 16);
        spec_write("\n");
    }
}

void spec_expect_32(uint32_t actual, uint32_t expected) { expect(actual == expected, actual, "0x", expected); }

void spec_expect_64(uint64_t actual, uint64_t expected) { expect(actual == expected, actual, "0x", expected); }

void spec_expect_128(const spec_v128 *actual, uint64_t low, uint64_t high) {
    expect(actual->half[0] == low, actual->half[0], "low half 0x", low);
    expect(actual->half[1] == high, actual->half[1], "high half 0x", high);
}

void spec_expect_canonical_32(uint32_t actual) {
    expect((actual & 0x7fffffffu) == 0x7fc00000u, actual, "canonical NaN 0x", 0x7fc00000u);
}

void spec_expect_canonical_64(uint64_t actual) {
    expect((actual & 0x7fffffffffffffffu) == 0x7ff8000000000000u, actual, "canonical NaN 0x", 0x7ff8000000000000u);
}

void spec_expect_arithmetic_32(uint32_t actual) {
    expect((actual & 0x7fc00000u) == 0x7fc00000u, actual, "arithmetic NaN 0x", 0x7fc00000u);
}

void spec_expect_arithmetic_64(uint64_t actual) {
    expect((actual & 0x7ff8000000000000u) == 0x7ff8000000000000u, actual, "arithmetic NaN 0x", 0x7ff8000000000000u);
}

void spec_expect_reference(const void *actual, uintptr_t expected) {
    expect((uintptr_t)actual == expected, (uintptr_t)actual, "reference 0x", expected);
}

void spec_expect_some_reference(const void *actual) { expect(actual != 0, 0, "any reference but 0x", 0); }

void spec_main(void) {
    for (int i = 0; i < spec_command_count; i++) {
        current = &spec_commands[i];
        int trap = spec_catch(current->run);
        if (trap != current->trap) {
            fail();
            spec_write("trap ");
            write_number((uint64_t)trap, 10);
            spec_write(", expected ");
            write_number((uint64_t)current->trap, 10);
            spec_write("\n");
        }
    }
    spec_write("DONE ");
    write_number((uint64_t)spec_command_count, 10);
    spec_write("\n");
}
