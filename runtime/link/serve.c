// SPDX-License-Identifier: EPL-2.0
#include "link/link.h"
#include "link/signature.h"
#include "thingspire/clock.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"

static const ts_served *find(uint16_t function) {
    for (size_t i = 0; i < ts_this_node.served_count; i++) {
        if (ts_this_node.served[i].function == function) {
            return &ts_this_node.served[i];
        }
    }
    return NULL;
}

static void reply(const ts_link *link, ts_frame_kind kind, const ts_link_call *call, const uint8_t *payload, size_t length) {
    ts_link_reply(link, &(ts_frame){ kind, call->session, call->call, call->function, payload, length });
}

static void fail(const ts_link *link, const ts_link_call *call, uint8_t failure) {
    reply(link, TS_FRAME_FAILURE, call, &failure, sizeof failure);
}

static void execute(const ts_link *link, const ts_link_call *call) {
    const ts_served *served = find(call->function);
    ts_value values[TS_LINK_VALUES];
    if (served == NULL || !ts_values_read(served->parameters, values, call->arguments, call->length)) {
        fail(link, call, TS_FAILURE_REFUSED);
        return;
    }
    if (ts_invoke(served->instance, served->entry, values) != TS_TRAP_NONE) {
        fail(link, call, TS_FAILURE_TRAP);
        return;
    }
    uint8_t results[TS_LINK_PAYLOAD];
    size_t length = ts_values_write(served->results, values, results);
    reply(link, TS_FRAME_RESULT, call, results, length);
}

void ts_link_serve_calls(const void *argument) {
    const ts_link *link = argument;
    ts_link_queue *queue = link->state->server->queue;
    for (;;) {
        ts_semaphore_take(&queue->filled, TS_NEVER);
        execute(link, &queue->calls[queue->out]);
        queue->out = (queue->out + 1) % TS_LINK_QUEUE;
        queue->count--;
    }
}
