// SPDX-License-Identifier: EPL-2.0
/* A node that calls `server`, in another way at each step and then again and again. */
#include <stddef.h>

#include "kernel/console.h"
#include "peers.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"
#include "thingspire/serial.h"

static void initialize(void) {
}
static const ts_module asker_module = { "asker", NULL, NULL, NULL, initialize, false };
static const ts_module helper_module = { "helper", NULL, NULL, NULL, initialize, false };
static ts_instance asker = { .module = &asker_module };
static ts_instance helper = { .module = &helper_module };

static TS_RPC_SERVER(calls);
static TS_RPC(calls, &calls_server);
static TS_SERIAL(serial, 1, TS_MESSAGE_SIZE(PAYLOAD));
static const ts_link links[] = { { "serial", "server", &serial.transport, &calls } };
/* In milliseconds: for what is answered, and for what is not. */
enum { PATIENT = 30000, USUAL = 2000 };
static const ts_remote sum = { &links[0], FUNCTION_SUM, "ilfd", "d", PATIENT, "service.sum on server" };
static const ts_remote fail = { &links[0], FUNCTION_FAIL, "", "", PATIENT, "service.fail on server" };
static const ts_remote round_trip = { &links[0], FUNCTION_ROUND, "i", "i", PATIENT, "service.round on server" };
static const ts_remote slow = { &links[0], FUNCTION_SLOW, "", "", 100, "service.slow on server" };
static const ts_remote count = { &links[0], FUNCTION_COUNT, "", "i", USUAL, "service.count on server" };
static const ts_remote nobodys = { &links[0], FUNCTION_NOBODYS, "", "", USUAL, "service.nobodys on server" };

static void twice(ts_value *values) {
    values[0].i32 *= 2;
}

static unsigned steps;

static void step(ts_value *values) {
    (void)values;
    ts_value passed[4] = { { .i32 = 1 }, { .i64 = 0x100000000 }, { .f32 = 0.25f }, { .f64 = -2.5 } };
    switch (steps++) {
    case 0:
        ts_remote_call(&sum, passed);
        ts_console_line(passed[0].f64 == 4294967294.75 ? "sum is right" : "sum is wrong");
        break;
    case 1:
        ts_remote_call(&fail, passed);
        break;
    case 2:
        passed[0].i32 = 20;
        ts_remote_call(&round_trip, passed);
        ts_console_line("round trip gives %u", (unsigned)passed[0].i32);
        break;
    case 3:
        ts_remote_call(&slow, passed);
        break;
    case 4:
        ts_remote_call(&nobodys, passed);
        break;
    default:
        ts_remote_call(&count, passed);
        ts_console_line("count is %u", (unsigned)passed[0].i32);
        break;
    }
}

static ts_instance *const instances[] = { &asker, &helper };
static TS_THREAD_STACK(step_stack, 2048);
static ts_thread step_thread;
static const ts_task tasks[] = { { "step", &asker, step, 100, &step_thread, TS_STACK(step_stack), 10 } };
static const ts_served served[] = { { FUNCTION_TWICE, &helper, twice, "i", "i" } };
const ts_node ts_this_node = { "caller", WIRING, instances, 2, tasks, 1, links, 1, served, 1,
                               { &step_thread, TS_STACK(step_stack), 10 } };
