// SPDX-License-Identifier: EPL-2.0
/*
 * Linear memories of which each has all addresses to itself that an access can name: an index of 32 bits, a static offset of as many,
 * and the bytes of the access. What a module may not access now faults, so that its code need not check.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/*
 * For the handler of a fault at `address`: whether it may be accessed by now, because its memory has grown. Then the access succeeds
 * when it is repeated.
 */
bool ts_memory_open_grown(uintptr_t address);

/* Whether the address belongs to some memory, or is near one (4 GiB below its start to 12 GiB above), but may not be accessed. */
bool ts_memory_out_of_bounds(uintptr_t address);

/* Before a module is initialized anew: forgets what is in its memory, and what that had grown by faults again. */
void ts_port_memory_reset(const uint8_t *start);

/* What else begins anew with it: the module's files, where the program has such. */
void ts_descriptors_reset(const uint8_t *memory) __attribute__((weak));
