// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

#include "thingspire/node.h"

/* Starts the thread that calls the task's function. Call once for each task. */
void ts_task_start(const ts_task *task);
