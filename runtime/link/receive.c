// SPDX-License-Identifier: EPL-2.0
#include <string.h>

#include "core/console.h"
#include "link/link.h"
#include "thingspire/clock.h"
#include "thingspire/node.h"

static bool is_full(const ts_link_queue *queue) {
    return queue->in - queue->out == TS_LINK_QUEUE;
}

static void queue_call(const ts_link *link, const ts_frame *frame) {
    ts_link_memory *memory = link->state->memory;
    const ts_link_server *server = link->state->server;
    bool is_new = !memory->greeted || (int32_t)(frame->call - memory->expected) >= 0;
    if (!is_new || frame->length > TS_LINK_PAYLOAD) {
        return;
    }
    memory->greeted = true;
    memory->expected = frame->call + 1;
    if (server == NULL || is_full(server->queue)) {
        const ts_link_call refused = { .call = frame->call, .function = frame->function };
        const uint8_t failure = TS_FAILURE_REFUSED;
        ts_link_reply(link, TS_FRAME_FAILURE, &refused, &failure, sizeof failure);
        return;
    }
    ts_link_queue *queue = server->queue;
    ts_link_call *call = &queue->calls[queue->in % TS_LINK_QUEUE];
    call->call = frame->call;
    call->function = frame->function;
    call->length = frame->length;
    memcpy(call->arguments, frame->payload, frame->length);
    queue->in++;
    ts_semaphore_give(&queue->filled);
}

static void refuse_stranger(const ts_link *link, const ts_frame *frame) {
    ts_link_memory *memory = link->state->memory;
    if (!memory->stranger_reported) {
        memory->stranger_reported = true;
        ts_console_line("link %s: %s runs another build (wiring 0x%x, here 0x%x); its frames are refused", link->name, link->peer,
                        (uintptr_t)frame->wiring, (uintptr_t)ts_this_node.wiring);
    }
}

static void take_frame(const ts_link *link, const ts_frame *frame) {
    if (frame->wiring != ts_this_node.wiring) {
        refuse_stranger(link, frame);
        return;
    }
    switch (frame->kind) {
    case TS_FRAME_HELLO:
        link->state->memory->greeted = true;
        link->state->memory->expected = frame->call;
        break;
    case TS_FRAME_CALL:
        queue_call(link, frame);
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
