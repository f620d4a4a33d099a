// SPDX-License-Identifier: EPL-2.0
#include "core/gate.h"
#include "link/link.h"
#include "link/signature.h"
#include "thingspire/clock.h"
#include "thingspire/node.h"

/* From here on an answer to it is taken. Returns whether the peer has answered earlier calls. */
static bool enlist(ts_link_memory *memory, ts_call *call) {
    ts_mutex_lock(&memory->calls);
    call->next = memory->pending;
    memory->pending = call;
    bool acquainted = memory->acquainted;
    ts_mutex_unlock(&memory->calls);
    return acquainted;
}

/* From here on an answer to it is too late. */
static void delist(ts_link_memory *memory, const ts_call *call) {
    ts_mutex_lock(&memory->calls);
    ts_call **at = &memory->pending;
    while (*at != call) {
        at = &(*at)->next;
    }
    *at = call->next;
    if (call->outcome == TS_CALL_UNANSWERED) {
        memory->acquainted = false;
    }
    ts_mutex_unlock(&memory->calls);
}

/* One of the two may have restarted, so a call to a peer that has not answered yet starts with our numbers. */
static bool send(const ts_link *link, const ts_call *call, bool acquainted, uint64_t deadline) {
    uint8_t *bytes = link->state->sent;
    if (!acquainted) {
        const ts_frame hello = { TS_FRAME_HELLO, ts_this_node.wiring, call->number, 0, bytes, 0 };
        if (!ts_link_send(link, &hello, deadline)) {
            return false;
        }
    }
    uint8_t *arguments = ts_frame_payload(bytes);
    size_t length = ts_values_write(call->remote->parameters, call->values, arguments);
    const ts_frame frame = { TS_FRAME_CALL, ts_this_node.wiring, call->number, call->remote->function, arguments, length };
    return ts_link_send(link, &frame, deadline);
}

/* Numbers are given and used under one lock, so that they arrive in rising order. */
static void perform(ts_call *call, uint64_t deadline) {
    const ts_link *link = call->remote->link;
    ts_link_memory *memory = link->state->memory;
    if (!ts_mutex_lock_until(&memory->transmit, deadline)) {
        return;
    }
    call->number = memory->next_call++;
    bool acquainted = enlist(memory, call);
    bool sent = send(link, call, acquainted, deadline);
    ts_mutex_unlock(&memory->transmit);
    if (sent) {
        ts_semaphore_take(&call->answered, deadline);
    }
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

void ts_link_answer(const ts_link *link, const ts_frame *frame) {
    ts_link_memory *memory = link->state->memory;
    ts_mutex_lock(&memory->calls);
    for (ts_call *call = memory->pending; call != NULL; call = call->next) {
        if (call->number == frame->call && call->remote->function == frame->function && call->outcome == TS_CALL_UNANSWERED) {
            memory->acquainted = true;
            conclude(call, frame);
            ts_semaphore_give(&call->answered);
        }
    }
    ts_mutex_unlock(&memory->calls);
}
