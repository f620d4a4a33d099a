// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

#include "thingspire/caller.h"

/*
 * wasi_snapshot_preview1 (its wasi_snapshot_preview1.witx): parameters are those of its functions, a record's pointer in place of
 * the record. Each returns WASI's error number, 0 for success.
 */
#define TS_WASI_LIST(...) __VA_ARGS__
#define TS_WASI(name, parameters, arguments)                                                                     \
    uint32_t ts_##name(ts_caller caller TS_WASI_LIST parameters);                                                \
    TS_HOST uint32_t ts_wasi_##name(ts_instance *caller TS_WASI_LIST parameters) {                               \
        return ts_##name(TS_CALLER(caller) TS_WASI_LIST arguments);                                              \
    }

TS_WASI(args_sizes_get, (, uint32_t count, uint32_t size), (, count, size))
TS_WASI(args_get, (, uint32_t pointers, uint32_t text), (, pointers, text))
TS_WASI(environ_sizes_get, (, uint32_t count, uint32_t size), (, count, size))
TS_WASI(environ_get, (, uint32_t pointers, uint32_t text), (, pointers, text))
TS_WASI(clock_res_get, (, uint32_t clock, uint32_t resolution), (, clock, resolution))
TS_WASI(clock_time_get, (, uint32_t clock, uint64_t precision, uint32_t time), (, clock, precision, time))
TS_WASI(random_get, (, uint32_t bytes, uint32_t length), (, bytes, length))
TS_WASI(sched_yield, (), ())
TS_WASI(poll_oneoff, (, uint32_t subscriptions, uint32_t events, uint32_t count, uint32_t happened),
        (, subscriptions, events, count, happened))

TS_WASI(fd_close, (, uint32_t fd), (, fd))
TS_WASI(fd_read, (, uint32_t fd, uint32_t vectors, uint32_t count, uint32_t done), (, fd, vectors, count, done))
TS_WASI(fd_write, (, uint32_t fd, uint32_t vectors, uint32_t count, uint32_t done), (, fd, vectors, count, done))
TS_WASI(fd_pread, (, uint32_t fd, uint32_t vectors, uint32_t count, uint64_t offset, uint32_t done),
        (, fd, vectors, count, offset, done))
TS_WASI(fd_pwrite, (, uint32_t fd, uint32_t vectors, uint32_t count, uint64_t offset, uint32_t done),
        (, fd, vectors, count, offset, done))
TS_WASI(fd_seek, (, uint32_t fd, uint64_t offset, uint32_t whence, uint32_t position), (, fd, offset, whence, position))
TS_WASI(fd_tell, (, uint32_t fd, uint32_t position), (, fd, position))
TS_WASI(fd_sync, (, uint32_t fd), (, fd))
TS_WASI(fd_datasync, (, uint32_t fd), (, fd))
TS_WASI(fd_fdstat_get, (, uint32_t fd, uint32_t status), (, fd, status))
TS_WASI(fd_fdstat_set_flags, (, uint32_t fd, uint32_t flags), (, fd, flags))
TS_WASI(fd_filestat_get, (, uint32_t fd, uint32_t status), (, fd, status))
TS_WASI(fd_filestat_set_size, (, uint32_t fd, uint64_t size), (, fd, size))
TS_WASI(fd_prestat_get, (, uint32_t fd, uint32_t status), (, fd, status))
TS_WASI(fd_prestat_dir_name, (, uint32_t fd, uint32_t name, uint32_t length), (, fd, name, length))
TS_WASI(fd_readdir, (, uint32_t fd, uint32_t entries, uint32_t capacity, uint64_t cookie, uint32_t used),
        (, fd, entries, capacity, cookie, used))

TS_WASI(path_open, (, uint32_t fd, uint32_t lookup, uint32_t path, uint32_t length, uint32_t how,
        uint64_t rights, uint64_t inherited, uint32_t flags, uint32_t opened),
        (, fd, lookup, path, length, how, rights, inherited, flags, opened))
TS_WASI(path_filestat_get, (, uint32_t fd, uint32_t lookup, uint32_t path, uint32_t length, uint32_t status),
        (, fd, lookup, path, length, status))
TS_WASI(path_create_directory, (, uint32_t fd, uint32_t path, uint32_t length), (, fd, path, length))
TS_WASI(path_remove_directory, (, uint32_t fd, uint32_t path, uint32_t length), (, fd, path, length))
TS_WASI(path_unlink_file, (, uint32_t fd, uint32_t path, uint32_t length), (, fd, path, length))
TS_WASI(path_rename, (, uint32_t fd, uint32_t path, uint32_t length, uint32_t new_fd, uint32_t new_path, uint32_t new_length),
        (, fd, path, length, new_fd, new_path, new_length))

_Noreturn void ts_proc_exit(ts_caller caller, uint32_t code);

_Noreturn TS_HOST void ts_wasi_proc_exit(ts_instance *caller, uint32_t code) {
    ts_proc_exit(TS_CALLER(caller), code);
}

/*
 * What no node has: sockets, links between files, changing their times. All are one function, which says so and looks at no
 * argument: the calling conventions of our processors let it.
 */
#define TS_WASI_ABSENT(name, ...) uint32_t ts_wasi_##name(ts_instance *caller, __VA_ARGS__) __asm__("ts_wasi_absent");

TS_WASI_ABSENT(fd_advise, uint32_t, uint64_t, uint64_t, uint32_t)
TS_WASI_ABSENT(fd_allocate, uint32_t, uint64_t, uint64_t)
TS_WASI_ABSENT(fd_fdstat_set_rights, uint32_t, uint64_t, uint64_t)
TS_WASI_ABSENT(fd_filestat_set_times, uint32_t, uint64_t, uint64_t, uint32_t)
TS_WASI_ABSENT(fd_renumber, uint32_t, uint32_t)
TS_WASI_ABSENT(path_filestat_set_times, uint32_t, uint32_t, uint32_t, uint32_t, uint64_t, uint64_t, uint32_t)
TS_WASI_ABSENT(path_link, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t)
TS_WASI_ABSENT(path_readlink, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t)
TS_WASI_ABSENT(path_symlink, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t)
TS_WASI_ABSENT(proc_raise, uint32_t)
TS_WASI_ABSENT(sock_accept, uint32_t, uint32_t, uint32_t)
TS_WASI_ABSENT(sock_recv, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t)
TS_WASI_ABSENT(sock_send, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t)
TS_WASI_ABSENT(sock_shutdown, uint32_t, uint32_t)
