// SPDX-License-Identifier: EPL-2.0
#pragma once

/* Brings the node up: starts the thread that initialises the modules and starts links and tasks. By the port. */
void ts_start(void);
