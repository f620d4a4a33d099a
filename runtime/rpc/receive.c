// SPDX-License-Identifier: EPL-2.0
#include <string.h>

#include "kernel/console.h"
#include "rpc/rpc.h"
#include "rpc/session.h"
#include "thingspire/clock.h"
#include "thingspire/node.h"

static void refuse(const ts_link *link, const ts_message *call, uint8_t failure) {
    ts_rpc_reply(link, &(ts_message){ TS_MESSAGE_FAILURE, call->session, call->call, call->function, &failure, sizeof failure });
}

static void queue_call(const ts_link *link, const ts_message *message) {
    const ts_rpc_server *server = link->rpc->server;
    if (server == NULL || server->queue->count == TS_RPC_QUEUE) {
        refuse(link, message, TS_FAILURE_REFUSED);
        return;
    }
    ts_rpc_queue *queue = server->queue;
    ts_rpc_request *request = &queue->requests[queue->in];
    request->session = message->session;
    request->call = message->call;
    request->function = message->function;
    request->length = message->length;
    memcpy(request->arguments, message->payload, message->length);
    queue->in = (queue->in + 1) % TS_RPC_QUEUE;
    queue->count++;
    ts_semaphore_give(&queue->filled);
}

/* The session that the newest WELCOME offered begins with its first call, and with that ends the one before. */
static bool is_in_session(ts_rpc_memory *memory, uint32_t session) {
    if (memory->offered_nonce != 0 && session == ts_session(memory->offered_to_nonce, memory->offered_nonce)) {
        memory->served_session = session;
        memory->last_served_call = 0;
        memory->offered_nonce = 0;
    }
    return session != 0 && session == memory->served_session;
}

static void handle_call(const ts_link *link, const ts_message *message) {
    ts_rpc_memory *memory = link->rpc->memory;
    if (message->length > TS_RPC_PAYLOAD) {
        return;
    }
    if (!is_in_session(memory, message->session)) {
        refuse(link, message, TS_FAILURE_SESSION);
        return;
    }
    if (message->call > memory->last_served_call) {
        memory->last_served_call = message->call;
        queue_call(link, message);
    }
}

static bool wiring_matches(const ts_link *link, uint16_t wiring) {
    ts_rpc_memory *memory = link->rpc->memory;
    if (wiring != ts_this_node.wiring && !memory->mismatch_reported) {
        memory->mismatch_reported = true;
        ts_console_line("link %s: %s runs another build (wiring 0x%x, here 0x%x); its frames are refused", link->name, link->peer,
                        (uintptr_t)wiring, (uintptr_t)ts_this_node.wiring);
    }
    return wiring == ts_this_node.wiring;
}

/* A HELLO that comes again before its offer was taken up gets the same offer: the peer may have taken either. */
static uint32_t offer_nonce(ts_rpc_memory *memory, uint32_t callers_nonce) {
    while (memory->offered_nonce == 0 || memory->offered_to_nonce != callers_nonce || ts_session(callers_nonce, memory->offered_nonce) == 0) {
        ts_mutex_lock(&memory->calls_lock);
        memory->offered_nonce = ts_session_nonce(memory, callers_nonce);
        ts_mutex_unlock(&memory->calls_lock);
        memory->offered_to_nonce = callers_nonce;
    }
    return memory->offered_nonce;
}

static void welcome(const ts_link *link, const ts_message *hello) {
    uint32_t nonce = wiring_matches(link, hello->function) ? offer_nonce(link->rpc->memory, hello->call) : 0;
    ts_rpc_reply(link, &(ts_message){ TS_MESSAGE_WELCOME, nonce, hello->call, ts_this_node.wiring, hello->payload, 0 });
}

static void handle_message(const ts_link *link, const ts_message *message) {
    switch (message->kind) {
    case TS_MESSAGE_HELLO:
        welcome(link, message);
        break;
    case TS_MESSAGE_WELCOME:
        if (wiring_matches(link, message->function)) {
            ts_rpc_session_opened(link, message);
        }
        break;
    case TS_MESSAGE_CALL:
        handle_call(link, message);
        break;
    case TS_MESSAGE_RESULT:
    case TS_MESSAGE_FAILURE:
        ts_rpc_answered(link, message);
        break;
    }
}

void ts_link_receive(const ts_link *link, const uint8_t *bytes, size_t length) {
    ts_message message;
    if (ts_message_read(&message, bytes, length)) {
        handle_message(link, &message);
    }
}
