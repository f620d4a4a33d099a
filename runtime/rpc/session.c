// SPDX-License-Identifier: EPL-2.0
#include "rpc/session.h"

#include <string.h>

#include "kernel/port.h"
#include "transport/crc32.h"
#include "thingspire/clock.h"

/*
 * Nobody writes to the guard below the receiving thread's stack, and on chips the start does not clear it. So it holds
 * what RAM came up with when power was switched on, and a number of starts since then.
 */
#define GUARD 256

void ts_session_start(const ts_link *link) {
    uint8_t *guard = link->rpc->receive_stack.bottom;
    uint32_t starts;
    memcpy(&starts, guard, sizeof starts);
    starts++;
    memcpy(guard, &starts, sizeof starts);
    link->rpc->memory->entropy = ts_crc32(guard, GUARD);
}

uint32_t ts_session_nonce(ts_rpc_memory *memory, uint32_t heard) {
    do {
        uint32_t sources[] = { memory->entropy, heard, (uint32_t)ts_clock_now(), 0 };
        ts_port_entropy((uint8_t *)&sources[3], sizeof sources[3]);
        memory->entropy = ts_crc32((const uint8_t *)sources, sizeof sources);
    } while (memory->entropy == 0);
    return memory->entropy;
}

/*
 * The CRC of two words differs from all others with either of them the same: a new nonce of one end alone makes a new
 * session.
 */
uint32_t ts_session(uint32_t callers_nonce, uint32_t servers_nonce) {
    const uint32_t nonces[] = { callers_nonce, servers_nonce };
    return ts_crc32((const uint8_t *)nonces, sizeof nonces);
}
