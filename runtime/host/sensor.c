// SPDX-License-Identifier: EPL-2.0
/*
 * sensor.wit over a serial converter: lines of text on the board's sensor UART (host/sample.h).
 *
 * The modules' calls do the work: they take what the UART has received and sort it into one queue for each channel.
 * When a queue is full they stop, the UART's ring fills, and the sender waits.
 */
#include "host/sample.h"

#include "board.h"
#include "kernel/console.h"
#include "host/memory.h"
#include "host/start.h"
#include "thingspire/mutex.h"
#include "thingspire/uart.h"

#define QUEUE 32 /* samples; a power of two */

typedef struct channel {
    uint32_t written;                  /* free-running */
    uint32_t read;                     /* free-running */
    float latest;                      /* what was read last */
    float queue[QUEUE];
} channel;

static ts_uart_receiver receiver;
static ts_mutex lock;                  /* guards all that follows */
static channel channels[TS_BOARD_SENSOR_CHANNELS];
static char line[TS_SAMPLE_LINE + 1]; /* room for the end that the report needs */
static size_t line_length;
static bool line_is_too_long;

void ts_sensor_start(void) {
    for (unsigned i = 0; i < TS_BOARD_SENSOR_CHANNELS; i++) {
        channels[i].latest = __builtin_nanf(""); /* until there is one */
    }
    ts_uart_open(TS_BOARD_SENSOR_UART, &receiver);
}

static bool any_is_full(void) {
    for (unsigned i = 0; i < TS_BOARD_SENSOR_CHANNELS; i++) {
        if (channels[i].written - channels[i].read == QUEUE) {
            return true;
        }
    }
    return false;
}

static void report_damage(void) {
    for (size_t i = 0; i < line_length; i++) {
        line[i] = (char)(line[i] >= ' ' && line[i] <= '~' ? line[i] : '?');
    }
    line[line_length] = '\0';
    ts_console_line("sensor: skipped a line that is not \"<channel> <value>\": %s", line);
}

static void end_line(void) {
    ts_sample sample;
    if (!line_is_too_long && ts_sample_parse(line, line_length, TS_BOARD_SENSOR_CHANNELS, &sample)) {
        channel *to = &channels[sample.channel];
        to->queue[to->written++ % QUEUE] = sample.value;
    } else {
        report_damage();
    }
    line_length = 0;
    line_is_too_long = false;
}

static void take(char character) {
    if (character == '\r') {
        return;
    }
    if (character == '\n') {
        end_line();
    } else if (line_length < TS_SAMPLE_LINE) {
        line[line_length++] = character;
    } else {
        line_is_too_long = true;
    }
}

static void drain(void) {
    uint8_t byte;
    while (!any_is_full() && ts_uart_read(TS_BOARD_SENSOR_UART, &byte, 1, 0) == 1) {
        take((char)byte);
    }
}

int32_t ts_host_sensor_pending(ts_caller caller, int32_t number) {
    ts_host_index(caller, (uint32_t)number, TS_BOARD_SENSOR_CHANNELS, "sensor channel");
    const channel *from = &channels[number];
    ts_mutex_lock(&lock);
    drain();
    uint32_t count = from->written - from->read;
    ts_mutex_unlock(&lock);
    return (int32_t)count;
}

float ts_host_sensor_read(ts_caller caller, int32_t number) {
    ts_host_index(caller, (uint32_t)number, TS_BOARD_SENSOR_CHANNELS, "sensor channel");
    channel *from = &channels[number];
    ts_mutex_lock(&lock);
    drain();
    if (from->written != from->read) {
        from->latest = from->queue[from->read++ % QUEUE];
    }
    float value = from->latest;
    ts_mutex_unlock(&lock);
    return value;
}
