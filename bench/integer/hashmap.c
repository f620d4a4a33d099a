// SPDX-License-Identifier: EPL-2.0
/* Two hash maps: chained, with strings as keys, and open addressing with linear probing. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BUCKETS = 128, ENTRIES = 300, NAME = 12, SLOTS = 1024 };

typedef struct entry {
    struct entry *next;
    uint32_t hash;
    char name[NAME];
    int32_t value;
} entry;

static entry *buckets[BUCKETS];
static entry entries[ENTRIES];

typedef struct slot {
    uint32_t key;
    uint32_t count;
} slot;

static slot slots[SLOTS];

/* FNV-1a */
static uint32_t hash_of(const char *name) {
    uint32_t hash = 2166136261u;
    for (; *name != '\0'; name++) {
        hash = (hash ^ (uint8_t)*name) * 16777619u;
    }
    return hash;
}

static bool same(const char *a, const char *b) {
    while (*a != '\0' && *a == *b) {
        a++;
        b++;
    }
    return *a == *b;
}

static void name_of(uint32_t number, char name[NAME]) {
    char *at = name;
    *at++ = 's';
    *at++ = '-';
    do {
        *at++ = (char)('a' + number % 26);
        number /= 26;
    } while (number != 0);
    *at = '\0';
}

static entry *get(const char *name) {
    uint32_t hash = hash_of(name);
    for (entry *found = buckets[hash % BUCKETS]; found != NULL; found = found->next) {
        if (found->hash == hash && same(found->name, name)) {
            return found;
        }
    }
    return NULL;
}

static void put(entry *fresh) {
    fresh->hash = hash_of(fresh->name);
    entry **bucket = &buckets[fresh->hash % BUCKETS];
    fresh->next = *bucket;
    *bucket = fresh;
}

static void count(uint32_t key) {
    uint32_t at = key * 2654435769u >> 22;
    while (slots[at].count != 0 && slots[at].key != key) {
        at = (at + 1) % SLOTS;
    }
    slots[at].key = key;
    slots[at].count++;
}

static void clear(void) {
    for (int i = 0; i < BUCKETS; i++) {
        buckets[i] = NULL;
    }
    for (int i = 0; i < SLOTS; i++) {
        slots[i] = (slot){ 0, 0 };
    }
}

int kernel(void) {
    char name[NAME];
    uint32_t sum = 0;
    clear();
    for (uint32_t i = 0; i < ENTRIES; i++) {
        name_of(i * 37, entries[i].name);
        entries[i].value = (int32_t)(i * i);
        put(&entries[i]);
    }
    for (uint32_t i = 0; i < 2 * ENTRIES; i++) {
        name_of(i * 37, name);
        const entry *found = get(name);
        sum = sum * 31 + (found == NULL ? 1u : (uint32_t)found->value);
    }
    for (uint32_t i = 0; i < 4000; i++) {
        count(i * i % 701);
    }
    for (int i = 0; i < SLOTS; i++) {
        sum = sum * 31 + slots[i].count;
    }
    return (int)sum;
}
