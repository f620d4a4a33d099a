// SPDX-License-Identifier: EPL-2.0
/* State machines: one reads NMEA-like sentences by switch, one runs a washing machine from a table of transitions. */
#include <stddef.h>
#include <stdint.h>

enum { TEXT = 6 * 1024, EVENTS = 6000 };

static char text[TEXT];

typedef enum state { WAIT, TYPE, FIELD, CHECK_HIGH, CHECK_LOW } state;

typedef struct reader {
    state state;
    uint8_t sum, wanted;
    uint32_t type;
    int32_t value, total;
    uint32_t good, bad;
} reader;

static int hex_digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static void finish_field(reader *r) {
    r->total += r->value;
    r->value = 0;
}

static void read_character(reader *r, char c) {
    if (c == '$') {
        *r = (reader){ .state = TYPE, .total = r->total, .good = r->good, .bad = r->bad };
        return;
    }
    switch (r->state) {
    case WAIT:
        break;
    case TYPE:
        r->sum ^= (uint8_t)c;
        if (c == ',') {
            r->state = FIELD;
        } else {
            r->type = r->type << 8 | (uint8_t)c;
        }
        break;
    case FIELD:
        if (c == '*') {
            finish_field(r);
            r->state = CHECK_HIGH;
            break;
        }
        r->sum ^= (uint8_t)c;
        if (c == ',') {
            finish_field(r);
        } else if (c >= '0' && c <= '9') {
            r->value = r->value * 10 + (c - '0');
        } else {
            r->bad++;
            r->state = WAIT;
        }
        break;
    case CHECK_HIGH:
    case CHECK_LOW: {
        int digit = hex_digit(c);
        if (digit < 0) {
            r->bad++;
            r->state = WAIT;
        } else if (r->state == CHECK_HIGH) {
            r->wanted = (uint8_t)(digit << 4);
            r->state = CHECK_LOW;
        } else {
            *((r->wanted | digit) == r->sum ? &r->good : &r->bad) += 1;
            r->state = WAIT;
        }
        break;
    }
    }
}

typedef enum phase { IDLE, FILLING, WASHING, DRAINING, SPINNING, BLOCKED, PHASES } phase;
typedef enum event { START, FULL, TIMER, EMPTY, DOOR, RESET, EVENT_KINDS } event;

typedef struct transition {
    uint8_t next, action;
} transition;

static const transition transitions[PHASES][EVENT_KINDS] = {
    [IDLE] = { [START] = { FILLING, 1 }, [DOOR] = { IDLE, 0 } },
    [FILLING] = { [START] = { FILLING, 0 }, [FULL] = { WASHING, 2 }, [DOOR] = { BLOCKED, 5 }, [RESET] = { DRAINING, 3 } },
    [WASHING] = { [FULL] = { WASHING, 0 }, [TIMER] = { DRAINING, 3 }, [DOOR] = { BLOCKED, 5 }, [RESET] = { DRAINING, 3 } },
    [DRAINING] = { [TIMER] = { BLOCKED, 5 }, [EMPTY] = { SPINNING, 4 }, [DOOR] = { BLOCKED, 5 } },
    [SPINNING] = { [TIMER] = { IDLE, 6 }, [DOOR] = { BLOCKED, 5 } },
    [BLOCKED] = { [START] = { BLOCKED, 0 }, [TIMER] = { BLOCKED, 0 }, [RESET] = { DRAINING, 3 } },
};

static uint8_t events[EVENTS];
static uint32_t actions[8];

void kernel_init(void) {
    static const char sentence[] = "$GPRMC,123519,4807,1131,22,84,230394*3C\r\n$IIMWV,214,08,1*54\n$GPGLL,12,x\n";
    uint32_t random = 3;
    for (size_t i = 0; i < TEXT; i++) {
        text[i] = sentence[i % (sizeof sentence - 1)];
    }
    for (int i = 0; i < EVENTS; i++) {
        random = random * 1664525u + 1013904223u;
        events[i] = (uint8_t)((random >> 24) % EVENT_KINDS);
    }
}

int kernel(void) {
    reader r = { 0 };
    for (size_t i = 0; i < TEXT; i++) {
        read_character(&r, text[i]);
    }
    phase now = IDLE;
    for (int i = 0; i < EVENTS; i++) {
        const transition *t = &transitions[now][events[i]];
        actions[t->action]++;
        now = (phase)t->next;
    }
    uint32_t sum = (uint32_t)r.total * 31 + r.good * 7 + r.bad;
    for (int i = 0; i < 8; i++) {
        sum = sum * 31 + actions[i];
        actions[i] = 0;
    }
    return (int)sum;
}
