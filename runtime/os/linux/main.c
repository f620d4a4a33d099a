// SPDX-License-Identifier: EPL-2.0
/* A node as a Linux process: node [--uart N=PATH]... [--files FOLDER] It runs until SIGTERM, which ends it with exit code 0. */
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "kernel/start.h"
#include "descriptors.h"
#include "fault.h"
#include "hosttime.h"
#include "uart.h"

#define EXIT_USAGE 2

static int usage(const char *program, const char *wrong) {
    fprintf(stderr, "%s: unexpected %s\nusage: %s [--uart N=PATH]... [--files FOLDER]\n"
            "N is the index of a UART in the board's description, PATH a Unix domain socket or a tty.\n"
            "FOLDER is where modules have their files, each in a folder of its name; without it they have none.\n", program, wrong, program);
    return EXIT_USAGE;
}

/* What takes an option's argument; NULL if there is no such option. */
static bool (*option(const char *name))(const char *) {
    return strcmp(name, "--uart") == 0 ? ts_uart_assign : strcmp(name, "--files") == 0 ? ts_files_assign : NULL;
}

int main(int count, char **arguments) {
    for (int i = 1; i < count; i += 2) {
        bool (*assign)(const char *) = option(arguments[i]);
        if (assign == NULL || i + 1 == count) {
            return usage(arguments[0], arguments[i]);
        }
        if (!assign(arguments[i + 1])) {
            return usage(arguments[0], arguments[i + 1]);
        }
    }
    /* Threads inherit the mask: only this one takes these signals. */
    sigset_t end;
    sigemptyset(&end);
    sigaddset(&end, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &end, NULL);

    ts_clock_start();
    ts_faults_start();
    ts_start();
    int signal;
    sigwait(&end, &signal);
    _exit(0);
}
