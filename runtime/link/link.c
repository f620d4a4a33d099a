// SPDX-License-Identifier: EPL-2.0
#include "link/link.h"

#include "link/session.h"
#include "thingspire/clock.h"

#define ANSWER_US 1000000u /* an answer that can't be sent in this time is given up */

void ts_link_start(const ts_link *link) {
    const ts_link_state *state = link->state;
    ts_session_start(link);
    ts_uart_open(link->uart, &state->memory->receiver);
    ts_thread_start(&state->memory->receiving, state->receive_stack, TS_PRIORITY_KERNEL, ts_link_receive, link);
}

bool ts_link_send(const ts_link *link, const ts_frame *frame, uint64_t deadline) {
    uint8_t *bytes = link->state->sent;
    size_t length = ts_frame_encode(frame, bytes);
    return ts_uart_write(link->uart, bytes, length, deadline);
}

void ts_link_reply(const ts_link *link, const ts_frame *frame) {
    ts_link_memory *memory = link->state->memory;
    uint64_t deadline = ts_clock_now() + ANSWER_US;
    if (ts_mutex_lock_until(&memory->transmit, deadline)) {
        ts_link_send(link, frame, deadline);
        ts_mutex_unlock(&memory->transmit);
    }
}
