// SPDX-License-Identifier: EPL-2.0
#include "rpc/rpc.h"
#include "rpc/signature.h"
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

static void reply(const ts_link *link, ts_message_kind kind, const ts_rpc_request *request, const uint8_t *payload, size_t length) {
    ts_rpc_reply(link, &(ts_message){ kind, request->session, request->call, request->function, payload, length });
}

static void fail(const ts_link *link, const ts_rpc_request *request, uint8_t failure) {
    reply(link, TS_MESSAGE_FAILURE, request, &failure, sizeof failure);
}

static void execute(const ts_link *link, const ts_rpc_request *request) {
    const ts_served *served = find(request->function);
    ts_value values[TS_RPC_VALUES];
    if (served == NULL || !ts_values_read(served->parameters, values, request->arguments, request->length)) {
        fail(link, request, TS_FAILURE_REFUSED);
        return;
    }
    if (ts_invoke(served->instance, served->entry, values) != TS_TRAP_NONE) {
        fail(link, request, TS_FAILURE_TRAP);
        return;
    }
    uint8_t results[TS_RPC_PAYLOAD];
    size_t length = ts_values_write(served->results, values, results);
    reply(link, TS_MESSAGE_RESULT, request, results, length);
}

void ts_rpc_serve(const void *argument) {
    const ts_link *link = argument;
    ts_rpc_queue *queue = link->rpc->server->queue;
    for (;;) {
        ts_semaphore_take(&queue->filled, TS_NEVER);
        execute(link, &queue->requests[queue->out]);
        queue->out = (queue->out + 1) % TS_RPC_QUEUE;
        queue->count--;
    }
}
