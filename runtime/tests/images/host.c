// SPDX-License-Identifier: EPL-2.0
/* A node whose module prints what the sensor brings, switches outputs and uses WASI. */
#include <string.h>

#include "host.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"

static uint8_t memory[256];
static const uint32_t memory_size = sizeof memory;
static void initialize(void) {
}
static const ts_module module = { "probe", memory, &memory_size, NULL, initialize, false };
static ts_instance probe = { .module = &module };

static void put_text(uint32_t at, const char *text) {
    memcpy(memory + at, text, strlen(text));
}

static void put_number(uint32_t at, uint32_t number) {
    memcpy(memory + at, &number, sizeof number);
}

/* In thousandths, without the C library. */
static uint32_t put_value(uint32_t at, float value) {
    int thousandths = (int)(value * 1000 + (value < 0 ? -0.5f : 0.5f));
    uint32_t start = at;
    memory[at++] = thousandths < 0 ? '-' : '+';
    unsigned rest = (unsigned)(thousandths < 0 ? -thousandths : thousandths);
    for (unsigned unit = 10000000; unit > 0; unit /= 10) {
        memory[at++] = (uint8_t)('0' + rest / unit % 10);
    }
    return at - start;
}

static void once(ts_value *values) {
    (void)values;
    put_text(0, "to stdout\nand on");
    put_number(100, 0);
    put_number(104, 10);
    put_number(108, 10);
    put_number(112, 6);
    if (ts_wasi_fd_write(TS_CALLER(&probe), 1, 100, 2, 120) == 0 && memory[120] == 16
        && ts_wasi_fd_write(TS_CALLER(&probe), 3, 100, 2, 120) == 8) {
        put_text(0, "written");
        ts_host_log_write(TS_CALLER(&probe), 0, 7);
    }
    ts_wasi_clock_time_get(TS_CALLER(&probe), 1, 0, 128);
    uint64_t time;
    memcpy(&time, memory + 128, sizeof time);
    uint64_t now = ts_host_clock_now(TS_CALLER(&probe));
    ts_host_output_set(TS_CALLER(&probe), 1, 1);
    if (time / 1000 <= now && ts_host_output_get(TS_CALLER(&probe), 0) == 0 && ts_host_output_get(TS_CALLER(&probe), 1) == 1) {
        put_text(0, "switched");
        ts_host_log_write(TS_CALLER(&probe), 0, 8);
    }
    ts_host_output_set(TS_CALLER(&probe), 7, 1);
}

static void poll(ts_value *values) {
    (void)values;
    for (uint32_t channel = 0; channel < 2; channel++) {
        while (ts_host_sensor_pending(TS_CALLER(&probe), (int32_t)channel) > 0) {
            memory[0] = (uint8_t)('0' + channel);
            memory[1] = ' ';
            uint32_t length = put_value(2, ts_host_sensor_read(TS_CALLER(&probe), (int32_t)channel));
            ts_host_log_write(TS_CALLER(&probe), 0, length + 2);
        }
    }
}

static ts_instance *const instances[] = { &probe };
static TS_THREAD_STACK(once_stack, TS_START_STACK);
static TS_THREAD_STACK(poll_stack, 1536);
static ts_thread once_thread, poll_thread;
static const ts_task tasks[] = {
    { "once", &probe, once, 0, &once_thread, TS_STACK(once_stack), 12 },
    { "poll", &probe, poll, 100, &poll_thread, TS_STACK(poll_stack), 10 },
};
const ts_node ts_this_node = { "host", 1, instances, 1, tasks, 2, NULL, 0, NULL, 0,
                               { &once_thread, TS_STACK(once_stack), 12 } };
