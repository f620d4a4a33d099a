// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

#include "thingspire/node.h"

/* The thread of a task, which calls its function; the argument is the ts_task. */
void ts_task_run(const void *task);
