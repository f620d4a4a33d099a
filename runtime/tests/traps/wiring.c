// SPDX-License-Identifier: EPL-2.0
#include "thingspire/gate.h"
#include "thingspire/node.h"

extern uint8_t faulty_memory[] __asm__("faulty.memory");
extern const uint32_t faulty_memory_size __asm__("faulty.memory.size");
extern void faulty_initialize(void) __asm__("faulty.initialize");
static const ts_module faulty_module = { "faulty", faulty_memory, &faulty_memory_size, faulty_initialize };
static ts_instance faulty = { .module = &faulty_module };

extern void faulty_export_0(void) __asm__("faulty.export.step");
static void faulty_entry_0(ts_value *values) {
    (void)values;
    faulty_export_0();
}

static ts_instance *const instances[] = { &faulty };
static TS_THREAD_STACK(step_stack, 1024);
static ts_thread step_thread;
static const ts_task tasks[] = { { "step", &faulty, faulty_entry_0, 100, &step_thread, TS_STACK(step_stack), 10 } };
const ts_node ts_this_node = { "traps", 0x1234, instances, 1, tasks, 1, NULL, 0, NULL, 0 };
