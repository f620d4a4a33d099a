// SPDX-License-Identifier: EPL-2.0
#pragma once

#include "rpc/message.h"
#include "thingspire/rpc.h"

/*
 * The three activities on a link, each in a file of its own:
 *   call.c     modules' calls to the peer, on their own threads
 *   receive.c  one thread, the transport's, that sorts what comes in: answers to those who wait, calls to the queue
 *   serve.c    one thread that executes the peer's calls
 * Because the last two are different threads, a call that is being served may itself call the peer.
 *
 * Calls are numbered within a session (session.h). The receiver executes a number once and none below it, so a message
 * that comes twice, or late, does nothing. No call is ever sent again: one without an answer ends at its deadline. Only
 * HELLO is, since it executes nothing.
 */

/* A module's call that waits for its answer; on the stack of the caller. */
typedef struct ts_call {
    struct ts_call *next;
    uint32_t session;                  /* 0: waits for one, and was not sent yet */
    uint32_t number;
    const ts_remote *remote;
    ts_value *values;
    enum { TS_CALL_UNANSWERED, TS_CALL_RETURNED, TS_CALL_TRAPPED, TS_CALL_REFUSED } outcome;
    ts_semaphore answered;
} ts_call;

/*
 * Sends one message, built in the transport's buffer. Only with memory->send_lock. False if it was not sent before
 * `deadline`.
 */
bool ts_rpc_send(const ts_link *link, const ts_message *message, uint64_t deadline);

/* An answer came, or the answer to HELLO. Nobody may be waiting for it any more. From the receiving thread. */
void ts_rpc_answered(const ts_link *link, const ts_message *message);
void ts_rpc_session_opened(const ts_link *link, const ts_message *message);

/* Answers one of the peer's messages. If that can't be sent the peer's deadline tells it enough. */
void ts_rpc_reply(const ts_link *link, const ts_message *message);
