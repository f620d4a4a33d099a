// SPDX-License-Identifier: EPL-2.0
/*
 * What no node has: sockets, links between files, changing their times. All are one function, which says so and looks at no
 * argument: the calling conventions of our processors let it.
 */
#include "host/wasi.h"

uint32_t ts_wasi_absent(void);

uint32_t ts_wasi_absent(void) {
    return WASI_NOSYS;
}

#define ABSENT(name) __typeof__(ts_wasi_##name) ts_wasi_##name __attribute__((alias("ts_wasi_absent")));

ABSENT(fd_advise)
ABSENT(fd_allocate)
ABSENT(fd_fdstat_set_rights)
ABSENT(fd_filestat_set_times)
ABSENT(fd_renumber)
ABSENT(path_filestat_set_times)
ABSENT(path_link)
ABSENT(path_readlink)
ABSENT(path_symlink)
ABSENT(proc_raise)
ABSENT(sock_accept)
ABSENT(sock_recv)
ABSENT(sock_send)
ABSENT(sock_shutdown)
