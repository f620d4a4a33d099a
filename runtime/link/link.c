// SPDX-License-Identifier: EPL-2.0
#include "link/link.h"

#include "thingspire/clock.h"
#include "thingspire/node.h"

#define ANSWER_US 1000000u /* an answer that can't be sent in this time is given up */

void ts_link_start(const ts_link *link) {
    const ts_link_state *state = link->state;
    ts_uart_open(link->uart, &state->memory->receiver);
    ts_thread_start(&state->memory->receiving, state->receive_stack, TS_PRIORITY_KERNEL, ts_link_receive, link);
}

bool ts_link_send(const ts_link *link, const ts_frame *frame, uint64_t deadline) {
    uint8_t *bytes = link->state->sent;
    size_t length = ts_frame_encode(frame, bytes);
    return ts_uart_write(link->uart, bytes, length, deadline);
}

void ts_link_reply(const ts_link *link, ts_frame_kind kind, const ts_link_call *call, const uint8_t *payload, size_t length) {
    ts_link_memory *memory = link->state->memory;
    uint64_t deadline = ts_clock_now() + ANSWER_US;
    const ts_frame frame = { kind, ts_this_node.wiring, call->call, call->function, payload, length };
    if (ts_mutex_lock_until(&memory->transmit, deadline)) {
        ts_link_send(link, &frame, deadline);
        ts_mutex_unlock(&memory->transmit);
    }
}
