// SPDX-License-Identifier: EPL-2.0
#include "rpc/rpc.h"

#include "rpc/session.h"
#include "thingspire/clock.h"

#define ANSWER_US 1000000u /* an answer that can't be sent in this time is given up */

void ts_rpc_start(const ts_link *link) {
    const ts_rpc *rpc = link->rpc;
    ts_session_start(link);
    link->transport->open(link->transport);
    ts_thread_start(&rpc->memory->receiving, rpc->receive_stack, TS_PRIORITY_KERNEL, link->transport->receive, link);
}

bool ts_rpc_send(const ts_link *link, const ts_message *message, uint64_t deadline) {
    const ts_transport *transport = link->transport;
    return transport->send(transport, ts_message_write(message, transport->message), deadline);
}

void ts_rpc_reply(const ts_link *link, const ts_message *message) {
    ts_rpc_memory *memory = link->rpc->memory;
    uint64_t deadline = ts_clock_now() + ANSWER_US;
    if (ts_mutex_lock_until(&memory->send_lock, deadline)) {
        ts_rpc_send(link, message, deadline);
        ts_mutex_unlock(&memory->send_lock);
    }
}
