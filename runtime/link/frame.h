// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "thingspire/link.h"

/*
 * One message on a link. On the wire, all numbers little-endian:
 *
 *   0x00 | COBS( kind:1  session:4  call:4  function:2 | payload | CRC-32 of all that:4 ) | 0x00
 *
 * The first delimiter ends whatever noise came before. HELLO and WELCOME have the wiring in place of a function, the caller's nonce in place of
 * a call, and in place of a session nothing and the nonce of who serves.
 */
typedef enum ts_frame_kind {
    TS_FRAME_HELLO = 1,                /* asks for a session; no payload */
    TS_FRAME_CALL = 2,                 /* payload: the arguments */
    TS_FRAME_RESULT = 3,               /* payload: the results */
    TS_FRAME_FAILURE = 4,              /* payload: one byte, a ts_failure */
    TS_FRAME_WELCOME = 5,              /* answers HELLO; no payload. With the nonce 0: the wiring is another one, so there is no session */
} ts_frame_kind;

/* Why a call has no results. */
typedef enum ts_failure {
    TS_FAILURE_TRAP = 1,               /* the called module trapped */
    TS_FAILURE_REFUSED = 2,            /* it was not executed: too many calls at a time, or no such function */
    TS_FAILURE_SESSION = 3,            /* its session is over */
} ts_failure;

typedef struct ts_frame {
    ts_frame_kind kind;
    uint32_t session;                  /* see session.h */
    uint32_t call;                     /* the caller's number for it; the answer has the same */
    uint16_t function;
    const uint8_t *payload;
    size_t length;                     /* of the payload, bytes */
} ts_frame;

#define TS_FRAME_HEADER 11
#define TS_FRAME_CODED (1 + TS_FRAME_HEADER + TS_LINK_PAYLOAD + 4)
_Static_assert(TS_FRAME_CODED + 2 == TS_FRAME_SIZE(TS_LINK_PAYLOAD), "frames fit into the links' buffers");

/*
 * Writes the wire form to `bytes`, which has room for TS_FRAME_SIZE(frame->length); returns its length. The payload may already be in
 * place, at ts_frame_payload(bytes).
 */
size_t ts_frame_encode(const ts_frame *frame, uint8_t *bytes);
uint8_t *ts_frame_payload(uint8_t *bytes);

/*
 * Reads what stood between two delimiters. False if it is damaged. It is decoded in place and `frame` points into it.
 * Decode the same bytes once only.
 */
bool ts_frame_decode(uint8_t *bytes, size_t length, ts_frame *frame);
