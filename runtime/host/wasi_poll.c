// SPDX-License-Identifier: EPL-2.0
/* poll_oneoff of WASI preview 1, as far as sleep and nanosleep take it: one subscription to a clock. */
#include "host/wasi.h"

#include "thingspire/clock.h"
#include "thingspire/thread.h"

enum { WASI_EVENT_CLOCK = 0, WASI_ABSOLUTE = 1 };

/* `subscription` of a clock, and `event`, as they lie in the module's memory. */
typedef struct subscription {
    uint64_t user_data;
    uint64_t event;
    uint32_t clock;
    uint32_t padding;
    uint64_t timeout;                  /* ns */
    uint64_t precision;
    uint64_t flags;
} subscription;

typedef struct event {
    uint64_t user_data;
    uint16_t error;
    uint8_t kind;
    uint8_t padding[21];
} event;

_Static_assert(sizeof(subscription) == 48, "as wasi_snapshot_preview1.witx lays it out");
_Static_assert(sizeof(event) == 32, "as wasi_snapshot_preview1.witx lays it out");

uint32_t ts_wasi_poll_oneoff(ts_caller caller, uint32_t subscriptions, uint32_t events, uint32_t count, uint32_t happened) {
    if (count == 0) {
        return WASI_INVAL;
    }
    subscription wanted;
    memcpy(&wanted, ts_host_memory(caller, subscriptions, sizeof wanted), sizeof wanted);
    if (count != 1 || (wanted.event & 0xff) != WASI_EVENT_CLOCK || (wanted.flags & WASI_ABSOLUTE) != 0) {
        return WASI_NOTSUP;
    }
    ts_thread_sleep_until(ts_clock_now() + (wanted.timeout + 999) / 1000);
    const event is = { .user_data = wanted.user_data, .error = WASI_SUCCESS, .kind = WASI_EVENT_CLOCK };
    ts_wasi_store(caller, events, &is, sizeof is);
    ts_wasi_store_u32(caller, happened, 1);
    return WASI_SUCCESS;
}
