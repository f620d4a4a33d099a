// SPDX-License-Identifier: EPL-2.0
#include "core/start.h"

#include "core/console.h"
#include "core/gate.h"
#include "core/port.h"
#include "core/task.h"
#include "host/start.h"
#include "thingspire/gate.h"
#include "thingspire/node.h"

static TS_THREAD_STACK(stack, 2048); /* modules' start functions run on it */
static ts_thread thread;

static void initialize_modules(void) {
    for (size_t i = 0; i < ts_this_node.instance_count; i++) {
        ts_instance *instance = ts_this_node.instances[i];
        if (ts_gate_enter(instance, ts_gate_initialize, NULL) != TS_TRAP_NONE) {
            ts_console_line("failure: module %s could not be initialised", instance->module->name);
            ts_port_stop();
        }
    }
}

static void run(const void *argument) {
    (void)argument;
    ts_console_line("ThingSpire %s on %s", ts_this_node.name, ts_board_name);
    ts_host_start();
    for (size_t i = 0; i < ts_this_node.link_count; i++) {
        ts_this_node.links[i].state->start(&ts_this_node.links[i]);
    }
    initialize_modules();
    for (size_t i = 0; i < ts_this_node.link_count; i++) {
        ts_this_node.links[i].state->serve(&ts_this_node.links[i]);
    }
    ts_console_line("ready");
    for (size_t i = 0; i < ts_this_node.task_count; i++) {
        ts_task_start(&ts_this_node.tasks[i]);
    }
}

void ts_start(void) {
    ts_thread_start(&thread, (ts_stack)TS_STACK(stack), TS_PRIORITY_KERNEL, run, NULL);
}
