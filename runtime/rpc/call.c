// SPDX-License-Identifier: EPL-2.0
#include "kernel/invocation.h"
#include "rpc/rpc.h"
#include "rpc/session.h"
#include "rpc/signature.h"
#include "thingspire/clock.h"
#include "thingspire/node.h"

/* On a lossy transport, a lost HELLO costs that much of a call's time. */
#define HELLO_AGAIN_US 50000u

/* From here on an answer to it is taken. */
static void add_pending(ts_rpc_memory *memory, ts_call *call) {
    ts_mutex_lock(&memory->calls_lock);
    call->next = memory->pending;
    memory->pending = call;
    ts_mutex_unlock(&memory->calls_lock);
}

/* From here on an answer to it is too late. */
static void remove_pending(ts_rpc_memory *memory, const ts_call *call) {
    ts_mutex_lock(&memory->calls_lock);
    ts_call **at = &memory->pending;
    while (*at != call) {
        at = &(*at)->next;
    }
    *at = call->next;
    ts_mutex_unlock(&memory->calls_lock);
}

static bool is_answered(ts_rpc_memory *memory, const ts_call *call) {
    ts_mutex_lock(&memory->calls_lock);
    bool answered = call->outcome != TS_CALL_UNANSWERED;
    ts_mutex_unlock(&memory->calls_lock);
    return answered;
}

/*
 * The call with the next number in the session, or HELLO if there is none; a session whose numbers are used up is over.
 */
static ts_message next_message(ts_rpc_memory *memory, ts_call *call) {
    ts_mutex_lock(&memory->calls_lock);
    if (memory->last_call == UINT32_MAX) {
        memory->session = 0;
    }
    call->session = memory->session;
    ts_message message;
    if (memory->session != 0) {
        call->number = ++memory->last_call;
        message = (ts_message){ .kind = TS_MESSAGE_CALL, .session = call->session, .call = call->number, .function = call->remote->function };
    } else {
        if (memory->hello_nonce == 0) {
            memory->hello_nonce = ts_session_nonce(memory, 0);
        }
        message = (ts_message){ .kind = TS_MESSAGE_HELLO, .call = memory->hello_nonce, .function = ts_this_node.wiring };
    }
    ts_mutex_unlock(&memory->calls_lock);
    return message;
}

/* Numbers are given and used under one lock, so that they arrive in rising order. */
static void send(const ts_link *link, ts_call *call, uint64_t deadline) {
    ts_rpc_memory *memory = link->rpc->memory;
    if (!ts_mutex_lock_until(&memory->send_lock, deadline)) {
        return;
    }
    ts_message message = next_message(memory, call);
    uint8_t *arguments = link->transport->message + TS_MESSAGE_HEADER;
    message.payload = arguments;
    if (message.kind == TS_MESSAGE_CALL) {
        message.length = ts_values_write(call->remote->parameters, call->values, arguments);
    }
    ts_rpc_send(link, &message, deadline);
    ts_mutex_unlock(&memory->send_lock);
}

/* Waits for the answer, or for a session if there was none to send the call in. */
static void wait_for_answer(const ts_transport *transport, ts_call *call, uint64_t deadline) {
    uint64_t again = ts_clock_now() + HELLO_AGAIN_US;
    bool repeats = call->session == 0 && (transport->capabilities & TS_TRANSPORT_LOSSY) != 0;
    ts_semaphore_take(&call->answered, repeats && again < deadline ? again : deadline);
}

static void call_peer(ts_call *call, uint64_t deadline) {
    const ts_link *link = call->remote->link;
    ts_rpc_memory *memory = link->rpc->memory;
    add_pending(memory, call);
    do {
        if (call->session == 0) {
            send(link, call, deadline);
        }
        wait_for_answer(link->transport, call, deadline);
    } while (!is_answered(memory, call) && ts_clock_now() < deadline);
    remove_pending(memory, call);
}

void ts_remote_call_from(const ts_remote *remote, ts_value *values, const void *site) {
    ts_stack_check(site);
    ts_call call = { .remote = remote, .values = values, .outcome = TS_CALL_UNANSWERED };
    call_peer(&call, ts_clock_now() + (uint64_t)remote->deadline_ms * 1000);
    if (call.outcome == TS_CALL_TRAPPED) {
        ts_trap_raise_from(TS_TRAP_CALLEE, remote->name, site);
    }
    if (call.outcome != TS_CALL_RETURNED) {
        ts_trap_raise_from(TS_TRAP_PEER, remote->name, site);
    }
}

void ts_rpc_session_opened(const ts_link *link, const ts_message *message) {
    ts_rpc_memory *memory = link->rpc->memory;
    ts_mutex_lock(&memory->calls_lock);
    if (memory->hello_nonce != 0 && message->call == memory->hello_nonce) {
        memory->session = ts_session(memory->hello_nonce, message->session);
        memory->last_call = 0;
        memory->hello_nonce = 0;
        for (ts_call *call = memory->pending; call != NULL; call = call->next) {
            if (call->session == 0) {
                ts_semaphore_give(&call->answered);
            }
        }
    }
    ts_mutex_unlock(&memory->calls_lock);
}

static void complete(ts_call *call, const ts_message *message) {
    if (message->kind == TS_MESSAGE_FAILURE) {
        bool trapped = message->length == 1 && message->payload[0] == TS_FAILURE_TRAP;
        call->outcome = trapped ? TS_CALL_TRAPPED : TS_CALL_REFUSED;
    } else if (ts_values_read(call->remote->results, call->values, message->payload, message->length)) {
        call->outcome = TS_CALL_RETURNED;
    } else {
        call->outcome = TS_CALL_REFUSED;
    }
}

static bool ends_session(const ts_message *message) {
    return message->kind == TS_MESSAGE_FAILURE && message->length == 1 && message->payload[0] == TS_FAILURE_SESSION;
}

/*
 * The peer has restarted: it may have executed the call before that, so it is not sent again. The next one asks for a
 * session.
 */
void ts_rpc_answered(const ts_link *link, const ts_message *message) {
    ts_rpc_memory *memory = link->rpc->memory;
    ts_mutex_lock(&memory->calls_lock);
    if (ends_session(message) && message->session == memory->session) {
        memory->session = 0;
    }
    for (ts_call *call = memory->pending; call != NULL; call = call->next) {
        if (message->session != 0 && call->session == message->session && call->number == message->call &&
            call->remote->function == message->function && call->outcome == TS_CALL_UNANSWERED) {
            complete(call, message);
            ts_semaphore_give(&call->answered);
        }
    }
    ts_mutex_unlock(&memory->calls_lock);
}
