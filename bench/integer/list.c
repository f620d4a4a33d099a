// SPDX-License-Identifier: EPL-2.0
/* Linked lists: built in scattered order, reversed, searched, filtered, merge-sorted. */
#include <stddef.h>
#include <stdint.h>

enum { NODES = 512 };

typedef struct node {
    struct node *next;
    int32_t key;
    int16_t weight;
    uint8_t flags;
} node;

static node pool[NODES];

/* 197 and the power of two NODES have no common factor, so every node is taken once. */
static node *build(void) {
    node *head = NULL;
    for (uint32_t i = 0; i < NODES; i++) {
        node *fresh = &pool[i * 197 % NODES];
        fresh->key = (int32_t)(i * 2654435761u >> 12);
        fresh->weight = (int16_t)(i & 63);
        fresh->flags = (uint8_t)(i % 5);
        fresh->next = head;
        head = fresh;
    }
    return head;
}

static node *reverse(node *list) {
    node *result = NULL;
    while (list != NULL) {
        node *next = list->next;
        list->next = result;
        result = list;
        list = next;
    }
    return result;
}

static node *find(node *list, int32_t key) {
    while (list != NULL && list->key != key) {
        list = list->next;
    }
    return list;
}

static int total(const node *list, uint8_t flags) {
    int sum = 0;
    for (; list != NULL; list = list->next) {
        if (list->flags == flags) {
            sum += list->weight;
        }
    }
    return sum;
}

static node *merge(node *a, node *b) {
    node *head = NULL;
    node **tail = &head;
    while (a != NULL && b != NULL) {
        node **smaller = a->key <= b->key ? &a : &b;
        *tail = *smaller;
        tail = &(*smaller)->next;
        *smaller = *tail;
    }
    *tail = a != NULL ? a : b;
    return head;
}

static node *sort(node *list) {
    if (list == NULL || list->next == NULL) {
        return list;
    }
    node *slow = list;
    for (node *fast = list->next; fast != NULL && fast->next != NULL; fast = fast->next->next) {
        slow = slow->next;
    }
    node *second = slow->next;
    slow->next = NULL;
    return merge(sort(list), sort(second));
}

int kernel(void) {
    node *list = build();
    uint32_t sum = 0;
    for (int round = 0; round < 8; round++) {
        list = reverse(list);
        for (uint8_t flags = 0; flags < 5; flags++) {
            sum = sum * 31 + (uint32_t)total(list, flags);
        }
        node *found = find(list, pool[(round * 67) % NODES].key);
        sum += (uint32_t)found->weight;
    }
    for (const node *n = sort(list); n != NULL; n = n->next) {
        sum = sum * 31 + (uint32_t)n->key;
    }
    return (int)sum;
}
