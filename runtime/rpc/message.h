// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "thingspire/rpc.h"

/*
 * What two nodes say to each other. All numbers little-endian:
 *
 *   kind:1  session:4  call:4  function:2 | payload
 *
 * HELLO and WELCOME have the wiring in place of a function, the caller's nonce in place of a call, and in place of a
 * session nothing and the nonce of who serves.
 */
typedef enum ts_message_kind {
    TS_MESSAGE_HELLO = 1,              /* asks for a session; no payload */
    TS_MESSAGE_CALL = 2,               /* payload: the arguments */
    TS_MESSAGE_RESULT = 3,             /* payload: the results */
    TS_MESSAGE_FAILURE = 4,            /* payload: one byte, a ts_failure */
    TS_MESSAGE_WELCOME = 5,            /* answers HELLO; no payload. Nonce 0: another wiring, so there is no session */
} ts_message_kind;

/* Why a call has no results. */
typedef enum ts_failure {
    TS_FAILURE_TRAP = 1,               /* the called module trapped */
    TS_FAILURE_REFUSED = 2,            /* it was not executed: too many calls at a time, or no such function */
    TS_FAILURE_SESSION = 3,            /* its session is over */
} ts_failure;

typedef struct ts_message {
    ts_message_kind kind;
    uint32_t session;                  /* see session.h */
    uint32_t call;                     /* the caller's number for it; the answer has the same */
    uint16_t function;
    const uint8_t *payload;
    size_t length;                     /* of the payload, bytes */
} ts_message;

/*
 * Writes the message to `bytes`, which has room for TS_MESSAGE_SIZE(message->length); returns that. The payload may
 * already be in place, at bytes + TS_MESSAGE_HEADER.
 */
size_t ts_message_write(const ts_message *message, uint8_t *bytes);

/* False if it is too short to be one. `message` points into `bytes`. */
bool ts_message_read(ts_message *message, const uint8_t *bytes, size_t length);
