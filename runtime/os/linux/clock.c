// SPDX-License-Identifier: EPL-2.0
#include "thingspire/clock.h"

#include "hosttime.h"

#define US_PER_S 1000000u

static uint64_t start_us;

static uint64_t host_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * US_PER_S + (uint64_t)now.tv_nsec / 1000;
}

void ts_clock_start(void) {
    start_us = host_now();
}

uint64_t ts_clock_now(void) {
    return host_now() - start_us;
}

struct timespec ts_host_time(uint64_t time) {
    uint64_t us = start_us + time;
    return (struct timespec){ .tv_sec = (time_t)(us / US_PER_S), .tv_nsec = (long)(us % US_PER_S) * 1000 };
}
