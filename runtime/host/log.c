// SPDX-License-Identifier: EPL-2.0
/* log.wit */
#include "kernel/console.h"
#include "host/memory.h"

void ts_host_log_write(ts_caller caller, uint32_t text, uint32_t length) {
    const char *bytes = (const char *)ts_host_memory(caller, text, length);
    ts_console_text_line(bytes, length);
}
