// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdio.h>
#include <stdlib.h>

/* Ends the test with a message unless it holds. */
#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s:%d: %s does not hold\n", __FILE__, __LINE__, #condition); \
            exit(1); \
        } \
    } while (0)
