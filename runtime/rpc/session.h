// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

#include "thingspire/rpc.h"

/*
 * A session is what the calls from one end of a link to the other have in common from a start of either to the next.
 * Caller and server agree on it before the first call:
 *
 *   HELLO    caller's nonce  ->
 *                            <-  WELCOME  the same, server's nonce
 *   CALL     session, 1      ->                                         session: a digest of both nonces
 *                            <-  RESULT   session, 1
 *
 * Every nonce is new, and each end acts only on frames of the session that its own newest nonce is part of. So what
 * comes late or again from before a restart, of whichever end, is recognized: as no session's, or as a call whose
 * number was executed. A HELLO that comes again gets an offer that nobody takes up; it ends no session. The first call
 * in an offered session does.
 *
 * Each direction has sessions of its own. 0 is none.
 */

/*
 * A nonce that is not 0. Mixes what the board has of entropy with RAM as it was before the start, the number of starts,
 * the time, and `heard`.
 */
uint32_t ts_session_nonce(ts_rpc_memory *memory, uint32_t heard);

/* Before the first nonce, and before the receiving thread starts: its stack is where unused RAM is. */
void ts_session_start(const ts_link *link);

uint32_t ts_session(uint32_t callers_nonce, uint32_t servers_nonce);
