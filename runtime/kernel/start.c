// SPDX-License-Identifier: EPL-2.0
#include "kernel/start.h"

#include "kernel/console.h"
#include "kernel/invocation.h"
#include "kernel/port.h"
#include "kernel/task.h"
#include "host/start.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"

/* What a thread does for the rest of its life. */
typedef struct duty {
    void (*entry)(const void *);
    const void *argument;
} duty;

static void initialize_modules(void) {
    for (size_t i = 0; i < ts_this_node.instance_count; i++) {
        ts_instance *instance = ts_this_node.instances[i];
        if (ts_invoke(instance, ts_module_initialize, NULL) != TS_TRAP_NONE) {
            ts_console_line("failure: module %s could not be initialised", instance->module->name);
            ts_port_stop();
        }
    }
}

/* Starts the thread; if it is the one that starts all others, its duty waits until that is done. */
static void assign(duty *own, ts_thread *thread, ts_stack stack, uint8_t priority, duty what) {
    if (thread == ts_this_node.starter.thread) {
        *own = what;
    } else {
        ts_thread_start(thread, stack, priority, what.entry, what.argument);
    }
}

static duty assign_all(void) {
    duty own = { NULL, NULL };
    for (size_t i = 0; i < ts_this_node.link_count; i++) {
        const ts_link *link = &ts_this_node.links[i];
        const ts_rpc_server *server = link->rpc->server;
        if (server != NULL) {
            assign(&own, server->thread, server->stack, TS_PRIORITY_SERVE, (duty){ server->serve, link });
        }
    }
    for (size_t i = 0; i < ts_this_node.task_count; i++) {
        const ts_task *task = &ts_this_node.tasks[i];
        assign(&own, task->thread, task->stack, task->priority, (duty){ ts_task_run, task });
    }
    return own;
}

/* Apart from what comes after it, so that its frame does not stay on the stack. */
static __attribute__((noinline)) void bring_up(void) {
    ts_console_line("ThingSpire %s on %s", ts_this_node.name, ts_board_name);
    ts_host_start();
    for (size_t i = 0; i < ts_this_node.link_count; i++) {
        ts_this_node.links[i].rpc->start(&ts_this_node.links[i]);
    }
    initialize_modules();
    ts_console_line("ready");
}

static void run(const void *argument) {
    (void)argument;
    bring_up();
    duty own = assign_all();
    if (own.entry != NULL) {
        own.entry(own.argument);
    }
}

void ts_start(void) {
    const ts_starter *starter = &ts_this_node.starter;
    ts_thread_start(starter->thread, starter->stack, starter->priority, run, NULL);
}
