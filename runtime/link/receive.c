// SPDX-License-Identifier: EPL-2.0
#include <string.h>

#include "kernel/console.h"
#include "link/link.h"
#include "link/session.h"
#include "thingspire/clock.h"
#include "thingspire/node.h"

static void reject(const ts_link *link, const ts_frame *call, uint8_t failure) {
    ts_link_reply(link, &(ts_frame){ TS_FRAME_FAILURE, call->session, call->call, call->function, &failure, sizeof failure });
}

static void queue_call(const ts_link *link, const ts_frame *frame) {
    const ts_link_server *server = link->state->server;
    if (server == NULL || server->queue->count == TS_LINK_QUEUE) {
        reject(link, frame, TS_FAILURE_REFUSED);
        return;
    }
    ts_link_queue *queue = server->queue;
    ts_link_call *call = &queue->calls[queue->in];
    call->session = frame->session;
    call->call = frame->call;
    call->function = frame->function;
    call->length = frame->length;
    memcpy(call->arguments, frame->payload, frame->length);
    queue->in = (queue->in + 1) % TS_LINK_QUEUE;
    queue->count++;
    ts_semaphore_give(&queue->filled);
}

/* The session that the newest WELCOME offered begins with its first call, and with that ends the one before. */
static bool is_in_session(ts_link_memory *memory, uint32_t session) {
    if (memory->offered != 0 && session == ts_session(memory->offered_to, memory->offered)) {
        memory->served_session = session;
        memory->served_call = 0;
        memory->offered = 0;
    }
    return session != 0 && session == memory->served_session;
}

static void take_call(const ts_link *link, const ts_frame *frame) {
    ts_link_memory *memory = link->state->memory;
    if (frame->length > TS_LINK_PAYLOAD) {
        return;
    }
    if (!is_in_session(memory, frame->session)) {
        reject(link, frame, TS_FAILURE_SESSION);
        return;
    }
    if (frame->call > memory->served_call) {
        memory->served_call = frame->call;
        queue_call(link, frame);
    }
}

static bool has_our_wiring(const ts_link *link, uint16_t wiring) {
    ts_link_memory *memory = link->state->memory;
    if (wiring != ts_this_node.wiring && !memory->mismatch_reported) {
        memory->mismatch_reported = true;
        ts_console_line("link %s: %s runs another build (wiring 0x%x, here 0x%x); its frames are refused", link->name, link->peer,
                        (uintptr_t)wiring, (uintptr_t)ts_this_node.wiring);
    }
    return wiring == ts_this_node.wiring;
}

/* A HELLO that comes again before its offer was taken up gets the same offer: the peer may have taken either. */
static uint32_t offer(ts_link_memory *memory, uint32_t callers_nonce) {
    while (memory->offered == 0 || memory->offered_to != callers_nonce || ts_session(callers_nonce, memory->offered) == 0) {
        ts_mutex_lock(&memory->calls);
        memory->offered = ts_session_nonce(memory, callers_nonce);
        ts_mutex_unlock(&memory->calls);
        memory->offered_to = callers_nonce;
    }
    return memory->offered;
}

static void welcome(const ts_link *link, const ts_frame *hello) {
    uint32_t nonce = has_our_wiring(link, hello->function) ? offer(link->state->memory, hello->call) : 0;
    ts_link_reply(link, &(ts_frame){ TS_FRAME_WELCOME, nonce, hello->call, ts_this_node.wiring, hello->payload, 0 });
}

static void take_frame(const ts_link *link, const ts_frame *frame) {
    switch (frame->kind) {
    case TS_FRAME_HELLO:
        welcome(link, frame);
        break;
    case TS_FRAME_WELCOME:
        if (has_our_wiring(link, frame->function)) {
            ts_link_welcomed(link, frame);
        }
        break;
    case TS_FRAME_CALL:
        take_call(link, frame);
        break;
    case TS_FRAME_RESULT:
    case TS_FRAME_FAILURE:
        ts_link_answer(link, frame);
        break;
    }
}

/* Noise is collected up to the next delimiter, and found to be no frame. */
static void take_byte(const ts_link *link, uint8_t byte) {
    const ts_link_state *state = link->state;
    ts_link_memory *memory = state->memory;
    if (byte != 0) {
        if (memory->received_length < state->frame_size) {
            state->received[memory->received_length++] = byte;
        }
        return;
    }
    ts_frame frame;
    if (ts_frame_decode(state->received, memory->received_length, &frame)) {
        take_frame(link, &frame);
    }
    memory->received_length = 0;
}

void ts_link_receive(const void *argument) {
    const ts_link *link = argument;
    for (;;) {
        uint8_t bytes[16];
        size_t length = ts_uart_read(link->uart, bytes, sizeof bytes, TS_NEVER);
        for (size_t i = 0; i < length; i++) {
            take_byte(link, bytes[i]);
        }
    }
}
