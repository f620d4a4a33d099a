// SPDX-License-Identifier: EPL-2.0
#include "host/memory.h"

#include "kernel/invocation.h"

uint8_t *ts_host_memory(ts_caller caller, uint32_t pointer, uint32_t length) {
    ts_stack_check(caller.site);
    const ts_module *module = caller.instance->module;
    uint32_t size = module->memory == NULL ? 0 : *module->memory_size;
    if (length > size || pointer > size - length) {
        ts_trap_raise_from(TS_TRAP_HOST_ARGUMENT, "pointer", caller.site);
    }
    return module->memory + pointer;
}

void ts_host_index(ts_caller caller, uint32_t index, uint32_t count, const char *what) {
    ts_stack_check(caller.site);
    if (index >= count) {
        ts_trap_raise_from(TS_TRAP_HOST_ARGUMENT, what, caller.site);
    }
}
