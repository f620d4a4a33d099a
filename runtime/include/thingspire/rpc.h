// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "thingspire/instance.h"
#include "thingspire/link.h"
#include "thingspire/mutex.h"
#include "thingspire/semaphore.h"
#include "thingspire/thread.h"
#include "thingspire/value.h"

/*
 * Calls between nodes, over whatever transport a link has.
 * A signature is two strings with one letter for each value: i = i32, l = i64, f = f32, d = f64.
 */
#define TS_RPC_VALUES 16           /* arguments of one call at most: MAX_FLAT_PARAMS of the canonical ABI */
#define TS_RPC_PAYLOAD (TS_RPC_VALUES * 8)
#define TS_MESSAGE_HEADER 11       /* bytes before the payload: rpc/message.c checks it */
#define TS_MESSAGE_SIZE(payload) (TS_MESSAGE_HEADER + (payload))
#define TS_RPC_QUEUE 3             /* calls from the peer that wait for their turn; one more is refused */
#define TS_RPC_RECEIVE_STACK 768   /* bytes */
#define TS_RPC_SERVE_STACK 2048    /* bytes; modules run on it */

/* A call that the peer wants executed. */
typedef struct ts_rpc_request {
    uint32_t session;
    uint32_t call;                 /* the peer's number for it */
    uint16_t function;
    size_t length;
    uint8_t arguments[TS_RPC_PAYLOAD];
} ts_rpc_request;

/* Between the receiving thread, which puts in, and the serving one, which takes out. */
typedef struct ts_rpc_queue {
    ts_rpc_request requests[TS_RPC_QUEUE]; /* a ring */
    uint8_t in;                        /* where the next one goes; of the receiving thread */
    uint8_t out;                       /* where the next one is; of the serving thread */
    _Atomic uint8_t count;
    ts_semaphore filled;
} ts_rpc_queue;

/* What a node has that serves calls of the peer. */
typedef struct ts_rpc_server {
    void (*serve)(const void *link);   /* the thread's body */
    ts_thread *thread;
    ts_stack stack;
    ts_rpc_queue *queue;
} ts_rpc_server;

/* A link's part of the RAM. */
typedef struct ts_rpc_memory {
    ts_thread receiving;

    ts_mutex send_lock;            /* guards the sending side of the transport */

    ts_mutex calls_lock;           /* guards what follows, for calls to the peer */
    struct ts_call *pending;       /* those that have no answer yet */
    uint32_t entropy;              /* what nonces are made of */
    uint32_t hello_nonce;          /* in HELLO, until it is answered; 0: not asked for a session */
    uint32_t session;              /* 0: none */
    uint32_t last_call;            /* the highest number given in it */

    /* From here on: of the receiving thread, for calls of the peer. */
    uint32_t offered_to_nonce;     /* the nonce of the HELLO that was answered last, */
    uint32_t offered_nonce;        /* and the one that answered it; 0: that offer was taken up, or there was none */
    uint32_t served_session;       /* 0: none */
    uint32_t last_served_call;     /* its calls with this number or a lower one were executed, or never will be */
    bool mismatch_reported;
} ts_rpc_memory;

/*
 * The functions stand here so that an image without links has no code for them, and one whose links are only called on
 * has neither code nor RAM to serve.
 */
typedef struct ts_rpc {
    void (*start)(const ts_link *link);
    ts_rpc_memory *memory;
    ts_stack receive_stack;
    const ts_rpc_server *server;   /* NULL: the peer calls nothing here */
} ts_rpc;

/* Starts to receive: from now on calls to the peer can succeed. */
void ts_rpc_start(const ts_link *link);

/* The serving thread: executes the peer's calls, one after the other. The argument is the ts_link. */
void ts_rpc_serve(const void *link);

/* One for each link; `server` or NULL. */
#define TS_RPC(name, server) \
    TS_THREAD_STACK(name##_receive_stack, TS_RPC_RECEIVE_STACK); \
    static ts_rpc_memory name##_memory; \
    static const ts_rpc name = { ts_rpc_start, &name##_memory, TS_STACK(name##_receive_stack), server }

/* Defines <name>_server. */
#define TS_RPC_SERVER(name) \
    TS_THREAD_STACK(name##_serve_stack, TS_RPC_SERVE_STACK); \
    static ts_thread name##_serving; \
    static ts_rpc_queue name##_queue; \
    static const ts_rpc_server name##_server = { ts_rpc_serve, &name##_serving, TS_STACK(name##_serve_stack), &name##_queue }

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
