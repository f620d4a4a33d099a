// SPDX-License-Identifier: EPL-2.0
#pragma once

/* Makes traps of the signals that faulting modules cause. Before any thread is started. */
void ts_faults_start(void);
