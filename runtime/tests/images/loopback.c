// SPDX-License-Identifier: EPL-2.0
/* A transport of its own, written down here as a new one would be, leads back to the node: the node calls itself. */
#include <stddef.h>
#include <string.h>

#include "asking_asked.h"
#include "kernel/console.h"
#include "thingspire/clock.h"
#include "thingspire/link.h"
#include "thingspire/semaphore.h"

enum { MTU = TS_MESSAGE_SIZE(PAYLOAD), MESSAGES = 4 };

/* A ring of messages between whoever sends and the receiving thread. */
typedef struct loopback_memory {
    ts_semaphore arrived;
    ts_semaphore taken;
    struct {
        size_t length;
        uint8_t bytes[MTU];
    } messages[MESSAGES];
    unsigned written;
    unsigned read;
} loopback_memory;

typedef struct loopback {
    ts_transport transport;        /* must come first */
    loopback_memory *memory;
} loopback;

static void loopback_open(const ts_transport *transport) {
    for (unsigned i = 0; i < MESSAGES; i++) {
        ts_semaphore_give(&((const loopback *)transport)->memory->taken);
    }
}

static bool loopback_send(const ts_transport *transport, size_t length, uint64_t deadline) {
    loopback_memory *memory = ((const loopback *)transport)->memory;
    if (!ts_semaphore_take(&memory->taken, deadline)) {
        return false;
    }
    memory->messages[memory->written % MESSAGES].length = length;
    memcpy(memory->messages[memory->written % MESSAGES].bytes, transport->message, length);
    memory->written++;
    ts_semaphore_give(&memory->arrived);
    return true;
}

static void loopback_receive(const void *argument) {
    const ts_link *link = argument;
    loopback_memory *memory = ((const loopback *)link->transport)->memory;
    for (;;) {
        ts_semaphore_take(&memory->arrived, TS_NEVER);
        ts_link_receive(link, memory->messages[memory->read % MESSAGES].bytes, memory->messages[memory->read % MESSAGES].length);
        memory->read++;
        ts_semaphore_give(&memory->taken);
    }
}

static uint8_t sent[MTU];
static loopback_memory memory;
static const loopback loop = { { loopback_open, loopback_send, loopback_receive, sent, MTU, 0 }, &memory };

static const ts_link links[] = { { "loop", "loopback", &loop.transport, &calls } };
static const ts_remote twice = { &links[0], FUNCTION_TWICE, "i", "i", 60000, "asked.twice on loopback" };

static void execute(ts_value *values) {
    values[0].i32 *= 2;
}

static void step(ts_value *values) {
    static uint32_t number;
    values[0].i32 = ++number;
    ts_remote_call(&twice, values);
    ts_console_line("twice %u is %u", (unsigned)number, (unsigned)values[0].i32);
}

static const ts_task tasks[] = { { "step", &asking, step, 20, &step_thread, TS_STACK(step_stack), 10 } };
static const ts_served served[] = { { FUNCTION_TWICE, &asked, execute, "i", "i" } };
const ts_node ts_this_node = { "loopback", WIRING, instances, 2, tasks, 1, links, 1, served, 1,
                               { &step_thread, TS_STACK(step_stack), 10 } };
