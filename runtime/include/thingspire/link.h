// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "thingspire/instance.h"
#include "thingspire/mutex.h"
#include "thingspire/semaphore.h"
#include "thingspire/thread.h"
#include "thingspire/uart.h"
#include "thingspire/value.h"

/*
 * A connection to another node. The wiring describes it; `state` belongs to the link layer.
 * A signature is two strings with one letter for each value: i = i32, l = i64, f = f32, d = f64.
 */
typedef struct ts_link_state ts_link_state;

#define TS_LINK_VALUES 16          /* arguments of one call at most: MAX_FLAT_PARAMS of the canonical ABI */
#define TS_LINK_PAYLOAD (TS_LINK_VALUES * 8)
#define TS_FRAME_SIZE(payload) ((payload) + 18) /* bytes on the wire: see link/frame.h, which checks it */
#define TS_LINK_QUEUE 3            /* calls from the peer that wait for their turn; one more is refused */
#define TS_LINK_RECEIVE_STACK 768  /* bytes */
#define TS_LINK_SERVE_STACK 2048   /* bytes; modules run on it */

typedef struct ts_link {
    const char *name;          /* in the topology */
    const char *peer;          /* the node at the other end */
    unsigned uart;             /* index into the board's UARTs */
    const ts_link_state *state; /* one TS_LINK_STATE(name) for each link */
} ts_link;

/* A call that the peer wants executed. */
typedef struct ts_link_call {
    uint32_t session;
    uint32_t call;                 /* the peer's number for it */
    uint16_t function;
    size_t length;
    uint8_t arguments[TS_LINK_PAYLOAD];
} ts_link_call;

/* Between the receiving thread, which puts in, and the serving one, which takes out. */
typedef struct ts_link_queue {
    ts_link_call calls[TS_LINK_QUEUE]; /* a ring */
    uint8_t in;                        /* where the next one goes; of the receiving thread */
    uint8_t out;                       /* where the next one is; of the serving thread */
    _Atomic uint8_t count;
    ts_semaphore filled;
} ts_link_queue;

/* What a node has that serves calls of the peer. */
typedef struct ts_link_server {
    void (*serve)(const void *link);   /* the thread's body */
    ts_thread *thread;
    ts_stack stack;
    ts_link_queue *queue;
} ts_link_server;

/* A link's part of the RAM. */
typedef struct ts_link_memory {
    ts_uart_receiver receiver;
    ts_thread receiving;

    ts_mutex transmit;             /* guards the UART's transmitter and state->sent */

    ts_mutex calls;                /* guards what follows, for calls to the peer */
    struct ts_call *pending;       /* those that have no answer yet */
    uint32_t noise;                /* what nonces are made of */
    uint32_t nonce;                /* in HELLO, until it is answered; 0: not asked for a session */
    uint32_t session;              /* 0: none */
    uint32_t last_call;            /* the highest number given in it */

    size_t received_length;        /* of state->received; from here on: of the receiving thread, for calls of the peer */
    uint32_t offered_to;           /* the nonce of the HELLO that was answered last, */
    uint32_t offered;              /* and the one that answered it; 0: that offer was taken up, or there was none */
    uint32_t served_session;       /* 0: none */
    uint32_t served_call;          /* its calls with this number or a lower one were executed, or never will be */
    bool mismatch_reported;
} ts_link_memory;

/*
 * The functions stand here so that an image without links has no code for them, and one whose links are only called on
 * has neither code nor RAM to serve.
 */
struct ts_link_state {
    void (*start)(const ts_link *link);
    ts_link_memory *memory;
    ts_stack receive_stack;
    uint8_t *sent;                 /* frame_size bytes each: as large as this application's largest message needs */
    uint8_t *received;
    uint16_t frame_size;
    const ts_link_server *server;  /* NULL: the peer calls nothing here */
};

/* Starts to receive: from now on calls to the peer can succeed. */
void ts_link_start(const ts_link *link);

/* The serving thread: executes the peer's calls, one after the other. The argument is the ts_link. */
void ts_link_serve_calls(const void *link);

/* A link whose calls and results have at most `payload` bytes of values, 1 to TS_LINK_PAYLOAD; `server` or NULL. */
#define TS_LINK_STATE(name, payload, server) \
    TS_THREAD_STACK(name##_receive_stack, TS_LINK_RECEIVE_STACK); \
    static ts_link_memory name##_memory; \
    static uint8_t name##_sent[TS_FRAME_SIZE(payload)]; \
    static uint8_t name##_received[TS_FRAME_SIZE(payload)]; \
    static const ts_link_state name = { \
        ts_link_start, &name##_memory, TS_STACK(name##_receive_stack), name##_sent, name##_received, TS_FRAME_SIZE(payload), server }

/* Defines <name>_server. */
#define TS_LINK_SERVER(name) \
    TS_THREAD_STACK(name##_serve_stack, TS_LINK_SERVE_STACK); \
    static ts_thread name##_serving; \
    static ts_link_queue name##_queue; \
    static const ts_link_server name##_server = { ts_link_serve_calls, &name##_serving, TS_STACK(name##_serve_stack), &name##_queue }

/* A function of a module on another node. */
typedef struct ts_remote {
    const ts_link *link;
    uint16_t function;         /* its number, the same in all images of one topology */
    const char *parameters;
    const char *results;
    uint32_t deadline_ms;      /* after that the call traps in the caller */
    const char *name;          /* "history.record on gateway", for the trap's text */
} ts_remote;

/* A function of a module on this node that other nodes call. */
typedef struct ts_served {
    uint16_t function;
    ts_instance *instance;
    ts_entry entry;
    const char *parameters;
    const char *results;
} ts_served;

/* What ts_remote_call does, with the address in the calling module that a report should name. */
void ts_remote_call_from(const ts_remote *remote, ts_value *values, const void *site);

/* Sends the arguments and waits for the results. Traps in the calling module if there are none. */
static inline __attribute__((always_inline)) void ts_remote_call(const ts_remote *remote, ts_value *values) {
    ts_remote_call_from(remote, values, __builtin_return_address(0));
}
