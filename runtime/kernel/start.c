// SPDX-License-Identifier: EPL-2.0
#include "kernel/start.h"

#include "kernel/console.h"
#include "kernel/invocation.h"
#include "kernel/port.h"
#include "kernel/task.h"
#include "host/start.h"
#include "thingspire/invocation.h"
#include "thingspire/node.h"

/* What a thread does once the node is up. */
typedef struct thread_body {
    void (*entry)(const void *);
    const void *argument;
} thread_body;

static void initialize_modules(void) {
    for (size_t i = 0; i < ts_this_node.instance_count; i++) {
        ts_instance *instance = ts_this_node.instances[i];
        if (ts_invoke(instance, ts_module_initialize, NULL) != TS_TRAP_NONE) {
            ts_console_line("failure: module %s could not be initialized", instance->module->name);
            ts_port_stop();
        }
    }
}

/*
 * Starts the thread. If it is the one that starts all others, it is running already, and its body waits in `own` until
 * that is done.
 */
static void start_thread(thread_body *own, ts_thread *thread, ts_stack stack, uint8_t priority, thread_body body) {
    if (thread == ts_this_node.starter.thread) {
        *own = body;
    } else {
        ts_thread_start(thread, stack, priority, body.entry, body.argument);
    }
}

static thread_body start_threads(void) {
    thread_body own = { NULL, NULL };
    for (size_t i = 0; i < ts_this_node.link_count; i++) {
        const ts_link *link = &ts_this_node.links[i];
        const ts_rpc_server *server = link->rpc->server;
        if (server != NULL) {
            start_thread(&own, server->thread, server->stack, TS_PRIORITY_SERVE, (thread_body){ server->serve, link });
        }
    }
    for (size_t i = 0; i < ts_this_node.task_count; i++) {
        const ts_task *task = &ts_this_node.tasks[i];
        start_thread(&own, task->thread, task->stack, task->priority, (thread_body){ ts_task_run, task });
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
    thread_body own = start_threads();
    if (own.entry != NULL) {
        own.entry(own.argument);
    }
}

void ts_start(void) {
    const ts_starter *starter = &ts_this_node.starter;
    ts_thread_start(starter->thread, starter->stack, starter->priority, run, NULL);
}
