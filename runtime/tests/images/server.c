// SPDX-License-Identifier: EPL-2.0
/* A node that serves calls of `caller`, and calls it back. */
#include <stddef.h>

#include "kernel/console.h"
#include "peers.h"
#include "thingspire/clock.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"
#include "thingspire/serial.h"
#include "trap.h"

static void initialize(void) {
}
static const ts_module module = { "service", NULL, NULL, NULL, initialize, false };
static ts_instance service = { .module = &module };

static TS_RPC_SERVER(calls);
static TS_RPC(calls, &calls_server);
static TS_SERIAL(serial, 1, TS_MESSAGE_SIZE(PAYLOAD));
static const ts_link links[] = { { "serial", "caller", &serial.transport, &calls } };
static const ts_remote twice = { &links[0], FUNCTION_TWICE, "i", "i", 30000, "asker.twice on caller" };

static void sum(ts_value *values) {
    double total = values[0].i32 + (double)values[1].i64 + (double)values[2].f32 + values[3].f64;
    values[0].f64 = total;
}

static void fail(ts_value *values) {
    (void)values;
    TRAP(6);
}

static void round_trip(ts_value *values) {
    ts_remote_call(&twice, values);
    values[0].i32 += 1;
}

static void slow(ts_value *values) {
    (void)values;
    /* Far more than its caller's deadline, which a busy machine may notice late. */
    uint64_t end = ts_clock_now() + 1500000;
    while (ts_clock_now() < end) {
    }
}

static void count(ts_value *values) {
    static uint32_t calls;
    values[0].i32 = ++calls;
    ts_console_line("counted %u", (unsigned)calls);
}

static ts_instance *const instances[] = { &service };
static const ts_served served[] = {
    { FUNCTION_SUM, &service, sum, "ilfd", "d" },
    { FUNCTION_FAIL, &service, fail, "", "" },
    { FUNCTION_ROUND, &service, round_trip, "i", "i" },
    { FUNCTION_SLOW, &service, slow, "", "" },
    { FUNCTION_COUNT, &service, count, "", "i" },
};
const ts_node ts_this_node = { "server", WIRING, instances, 1, NULL, 0, links, 1, served, 5,
                               { &calls_serving, TS_STACK(calls_serve_stack), TS_PRIORITY_SERVE } };
