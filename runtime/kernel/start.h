// SPDX-License-Identifier: EPL-2.0
#pragma once

/*
 * Brings the node up: starts the thread that initializes the modules and starts links and tasks. Called by the system,
 * or by the architecture where there is none.
 */
void ts_start(void);
