// SPDX-License-Identifier: EPL-2.0
/* Quicksort that leaves short runs to insertion sort, and heapsort of the same numbers. */
#include <stdint.h>

enum { COUNT = 1200, SHORT = 12 };

static int32_t original[COUNT], numbers[COUNT];

void kernel_init(void) {
    uint32_t random = 12345;
    for (int i = 0; i < COUNT; i++) {
        random = random * 1664525u + 1013904223u;
        original[i] = (int32_t)random;
    }
}

static void swap(int32_t *a, int32_t *b) {
    int32_t old = *a;
    *a = *b;
    *b = old;
}

static void insertion_sort(int32_t *first, int32_t *end) {
    for (int32_t *next = first + 1; next < end; next++) {
        int32_t value = *next;
        int32_t *hole = next;
        while (hole > first && hole[-1] > value) {
            *hole = hole[-1];
            hole--;
        }
        *hole = value;
    }
}

static int32_t *partition(int32_t *first, int32_t *last) {
    int32_t *middle = first + (last - first) / 2;
    if (*middle < *first) {
        swap(middle, first);
    }
    if (*last < *first) {
        swap(last, first);
    }
    if (*last < *middle) {
        swap(last, middle);
    }
    int32_t pivot = *middle;
    while (first <= last) {
        while (*first < pivot) {
            first++;
        }
        while (*last > pivot) {
            last--;
        }
        if (first <= last) {
            swap(first++, last--);
        }
    }
    return first;
}

static void quicksort(int32_t *first, int32_t *end) {
    while (end - first > SHORT) {
        int32_t *right = partition(first, end - 1);
        quicksort(first, right);
        first = right;
    }
    insertion_sort(first, end);
}

static void sift_down(int32_t *heap, int root, int size) {
    for (int child = 2 * root + 1; child < size; child = 2 * root + 1) {
        if (child + 1 < size && heap[child] < heap[child + 1]) {
            child++;
        }
        if (heap[root] >= heap[child]) {
            return;
        }
        swap(&heap[root], &heap[child]);
        root = child;
    }
}

static void heapsort(int32_t *heap, int size) {
    for (int root = size / 2 - 1; root >= 0; root--) {
        sift_down(heap, root, size);
    }
    for (int end = size - 1; end > 0; end--) {
        swap(&heap[0], &heap[end]);
        sift_down(heap, 0, end);
    }
}

static uint32_t digest(void) {
    uint32_t sum = 0;
    for (int i = 0; i < COUNT; i++) {
        sum = sum * 31 + (uint32_t)numbers[i];
        numbers[i] = original[i];
    }
    return sum;
}

int kernel(void) {
    digest();
    quicksort(numbers, numbers + COUNT);
    uint32_t quick = digest();
    heapsort(numbers, COUNT);
    uint32_t heap = digest();
    return (int)(quick * 3 + heap);
}
