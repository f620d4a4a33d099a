// SPDX-License-Identifier: EPL-2.0
#include "kernel/invocation.h"
#include "link/link.h"
#include "link/session.h"
#include "link/signature.h"
#include "thingspire/clock.h"
#include "thingspire/node.h"

/* A lost HELLO costs that much of a call's time. */
#define HELLO_AGAIN_US 50000u

/* From here on an answer to it is taken. */
static void enlist(ts_link_memory *memory, ts_call *call) {
    ts_mutex_lock(&memory->calls);
    call->next = memory->pending;
    memory->pending = call;
    ts_mutex_unlock(&memory->calls);
}

/* From here on an answer to it is too late. */
static void delist(ts_link_memory *memory, const ts_call *call) {
    ts_mutex_lock(&memory->calls);
    ts_call **at = &memory->pending;
    while (*at != call) {
        at = &(*at)->next;
    }
    *at = call->next;
    ts_mutex_unlock(&memory->calls);
}

static bool is_answered(ts_link_memory *memory, const ts_call *call) {
    ts_mutex_lock(&memory->calls);
    bool answered = call->outcome != TS_CALL_UNANSWERED;
    ts_mutex_unlock(&memory->calls);
    return answered;
}

/* The call with the next number in the session, or HELLO if there is none; a session whose numbers are used up is over. */
static ts_frame next_frame(ts_link_memory *memory, ts_call *call) {
    ts_mutex_lock(&memory->calls);
    if (memory->last_call == UINT32_MAX) {
        memory->session = 0;
    }
    call->session = memory->session;
    ts_frame frame;
    if (memory->session != 0) {
        call->number = ++memory->last_call;
        frame = (ts_frame){ .kind = TS_FRAME_CALL, .session = call->session, .call = call->number, .function = call->remote->function };
    } else {
        if (memory->nonce == 0) {
            memory->nonce = ts_session_nonce(memory, 0);
        }
        frame = (ts_frame){ .kind = TS_FRAME_HELLO, .call = memory->nonce, .function = ts_this_node.wiring };
    }
    ts_mutex_unlock(&memory->calls);
    return frame;
}

/* Numbers are given and used under one lock, so that they arrive in rising order. */
static void send(const ts_link *link, ts_call *call, uint64_t deadline) {
    ts_link_memory *memory = link->state->memory;
    if (!ts_mutex_lock_until(&memory->transmit, deadline)) {
        return;
    }
    ts_frame frame = next_frame(memory, call);
    uint8_t *arguments = ts_frame_payload(link->state->sent);
    frame.payload = arguments;
    if (frame.kind == TS_FRAME_CALL) {
        frame.length = ts_values_write(call->remote->parameters, call->values, arguments);
    }
    ts_link_send(link, &frame, deadline);
    ts_mutex_unlock(&memory->transmit);
}

/* Waits for the answer, or for a session if there was none to send the call in. */
static void wait(ts_call *call, uint64_t deadline) {
    uint64_t again = ts_clock_now() + HELLO_AGAIN_US;
    ts_semaphore_take(&call->answered, call->session != 0 || again > deadline ? deadline : again);
}

static void perform(ts_call *call, uint64_t deadline) {
    const ts_link *link = call->remote->link;
    ts_link_memory *memory = link->state->memory;
    enlist(memory, call);
    do {
        if (call->session == 0) {
            send(link, call, deadline);
        }
        wait(call, deadline);
    } while (!is_answered(memory, call) && ts_clock_now() < deadline);
    delist(memory, call);
}

void ts_remote_call_from(const ts_remote *remote, ts_value *values, const void *site) {
    ts_stack_check(site);
    ts_call call = { .remote = remote, .values = values, .outcome = TS_CALL_UNANSWERED };
    perform(&call, ts_clock_now() + (uint64_t)remote->deadline_ms * 1000);
    if (call.outcome == TS_CALL_TRAPPED) {
        ts_trap_raise_from(TS_TRAP_CALLEE, remote->name, site);
    }
    if (call.outcome != TS_CALL_RETURNED) {
        ts_trap_raise_from(TS_TRAP_PEER, remote->name, site);
    }
}

void ts_link_welcomed(const ts_link *link, const ts_frame *frame) {
    ts_link_memory *memory = link->state->memory;
    ts_mutex_lock(&memory->calls);
    if (memory->nonce != 0 && frame->call == memory->nonce) {
        memory->session = ts_session(memory->nonce, frame->session);
        memory->last_call = 0;
        memory->nonce = 0;
        for (ts_call *call = memory->pending; call != NULL; call = call->next) {
            if (call->session == 0) {
                ts_semaphore_give(&call->answered);
            }
        }
    }
    ts_mutex_unlock(&memory->calls);
}

static void conclude(ts_call *call, const ts_frame *frame) {
    if (frame->kind == TS_FRAME_FAILURE) {
        bool trapped = frame->length == 1 && frame->payload[0] == TS_FAILURE_TRAP;
        call->outcome = trapped ? TS_CALL_TRAPPED : TS_CALL_REFUSED;
    } else if (ts_values_read(call->remote->results, call->values, frame->payload, frame->length)) {
        call->outcome = TS_CALL_RETURNED;
    } else {
        call->outcome = TS_CALL_REFUSED;
    }
}

static bool ends_session(const ts_frame *frame) {
    return frame->kind == TS_FRAME_FAILURE && frame->length == 1 && frame->payload[0] == TS_FAILURE_SESSION;
}

/* The peer has restarted: it may have executed the call before that, so it is not sent again. The next one asks for a session. */
void ts_link_answer(const ts_link *link, const ts_frame *frame) {
    ts_link_memory *memory = link->state->memory;
    ts_mutex_lock(&memory->calls);
    if (ends_session(frame) && frame->session == memory->session) {
        memory->session = 0;
    }
    for (ts_call *call = memory->pending; call != NULL; call = call->next) {
        if (frame->session != 0 && call->session == frame->session && call->number == frame->call &&
            call->remote->function == frame->function && call->outcome == TS_CALL_UNANSWERED) {
            conclude(call, frame);
            ts_semaphore_give(&call->answered);
        }
    }
    ts_mutex_unlock(&memory->calls);
}
