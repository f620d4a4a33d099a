// SPDX-License-Identifier: EPL-2.0
/* A node at both ends of a link: each calls the other, from the first moment on. */
#include "asking_asked.h"
#include "kernel/console.h"
#include "thingspire/serial.h"

static TS_SERIAL(serial, 1, TS_MESSAGE_SIZE(PAYLOAD));
static const ts_link links[] = { { "serial", "twin", &serial.transport, &calls } };
static const ts_remote count = { &links[0], FUNCTION_COUNT, "i", "i", 60000, "asked.count on twin" };

static uint32_t executed;

static void execute(ts_value *values) {
    values[0].i32 = values[0].i32 == executed ? ++executed : 0;
}

static void step(ts_value *values) {
    static uint32_t called;
    values[0].i32 = called++;
    ts_remote_call(&count, values);
    ts_console_line(values[0].i32 == called ? "call %u was executed once" : "call %u was not", (unsigned)called);
}

static const ts_task tasks[] = { { "step", &asking, step, 5, &step_thread, TS_STACK(step_stack), 10 } };
static const ts_served served[] = { { FUNCTION_COUNT, &asked, execute, "i", "i" } };
const ts_node ts_this_node = { "twin", WIRING, instances, 2, tasks, 1, links, 1, served, 1,
                               { &step_thread, TS_STACK(step_stack), 10 } };
