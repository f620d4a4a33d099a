// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A transport carries messages between two nodes. It hands over each one whole, but may lose, repeat, delay and reorder
 * them; a damaged one is lost. It does not know what messages mean, and nobody above it knows how they are carried.
 *
 * Each link has one record, which a transport makes the first member of what it keeps for the link.
 */
typedef struct ts_transport ts_transport;

struct ts_transport {
    /* Once, before anything else. */
    void (*open)(const ts_transport *transport);

    /*
     * Sends `length` bytes of `message`; false if that was not done before `deadline` (see clock.h). One thread at a
     * time. Changes `message`.
     */
    bool (*send)(const ts_transport *transport, size_t length, uint64_t deadline);

    /*
     * The body of the link's receiving thread; the argument is the ts_link. Passes each message to ts_link_receive, and
     * never returns.
     */
    void (*receive)(const void *link);

    uint8_t *message;              /* where a message is built that is to be sent; `mtu` bytes */
    uint16_t mtu;                  /* bytes of the largest message */
    uint16_t capabilities;         /* of TS_TRANSPORT_... */
};

/* Messages get lost although both nodes run: what may be sent again, is sent again soon. */
#define TS_TRANSPORT_LOSSY 1u

struct ts_link;

/* The layer above: acts on a message, and keeps no reference to it. Only from the link's receiving thread. */
void ts_link_receive(const struct ts_link *link, const uint8_t *message, size_t length);
