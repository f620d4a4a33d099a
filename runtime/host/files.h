// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "thingspire/instance.h"

/*
 * Files, as the operating system has them: what wasi_fd.c and wasi_path.c ask for descriptors that are not the console's. Every function returns an
 * error number of host/errno.h. A module sees one folder of its own, as "/", and nothing outside of it.
 */

#define TS_FILES_FIRST 3               /* the descriptor of the module's folder; those below are the console's */
#define TS_FILES_AT_POSITION (-1)      /* as an offset: where the last access ended */

/* WASI's kinds of files (`filetype`). */
enum { WASI_UNKNOWN = 0, WASI_CHARACTER_DEVICE = 2, WASI_DIRECTORY = 3, WASI_REGULAR_FILE = 4, WASI_SYMBOLIC_LINK = 7 };

/* Of path_open: what `how` and `flags` consist of, and two of the rights. */
enum { WASI_CREATE = 1, WASI_ONLY_DIRECTORY = 2, WASI_EXCLUSIVE = 4, WASI_TRUNCATE = 8 };
enum { WASI_APPEND = 1, WASI_DSYNC = 2, WASI_NONBLOCK = 4, WASI_RSYNC = 8, WASI_SYNC = 16 };
#define WASI_RIGHT_READ (UINT64_C(1) << 1)
#define WASI_RIGHT_WRITE (UINT64_C(1) << 6)

/* `filestat`, as it lies in the module's memory; times in ns since 1970. */
typedef struct ts_file_status {
    uint64_t device;
    uint64_t inode;
    uint64_t kind;
    uint64_t links;
    uint64_t size;                     /* bytes */
    uint64_t accessed;
    uint64_t modified;
    uint64_t changed;
} ts_file_status;

/* Not terminated by a zero. */
typedef struct ts_path {
    const char *text;
    uint32_t length;                   /* bytes */
} ts_path;

/* One entry of a folder; `name` lives until the next call of its taker's returns. */
typedef struct ts_file_entry {
    uint64_t next;                     /* where the one after it is found */
    uint64_t inode;
    const char *name;
    uint32_t length;                   /* bytes of the name */
    uint8_t kind;
} ts_file_entry;

/* False if there is no folder for the module: then it has no files. */
bool ts_files_available(ts_instance *owner);

uint32_t ts_files_close(ts_instance *owner, uint32_t fd);
uint32_t ts_files_read(ts_instance *owner, uint32_t fd, uint8_t *bytes, uint32_t length, int64_t offset, uint32_t *done);
uint32_t ts_files_write(ts_instance *owner, uint32_t fd, const uint8_t *bytes, uint32_t length, int64_t offset, uint32_t *done);
uint32_t ts_files_seek(ts_instance *owner, uint32_t fd, int64_t offset, uint32_t whence, uint64_t *position);
uint32_t ts_files_sync(ts_instance *owner, uint32_t fd);
uint32_t ts_files_flags(ts_instance *owner, uint32_t fd, uint32_t *flags);
uint32_t ts_files_set_flags(ts_instance *owner, uint32_t fd, uint32_t flags);
uint32_t ts_files_status(ts_instance *owner, uint32_t fd, ts_file_status *status);
uint32_t ts_files_set_size(ts_instance *owner, uint32_t fd, uint64_t size);

/* Hands over the entries from `from` on (0: the first) until `take` returns false. */
uint32_t ts_files_list(ts_instance *owner, uint32_t fd, uint64_t from, bool (*take)(void *to, const ts_file_entry *entry), void *to);

/* The rest takes paths relative to the folder that `fd` is open for. `follow`: whether a link at the path's end is followed. */
uint32_t ts_files_open(ts_instance *owner, uint32_t fd, ts_path path, bool follow, uint32_t how, uint64_t rights, uint32_t flags,
                       uint32_t *opened);
uint32_t ts_files_path_status(ts_instance *owner, uint32_t fd, ts_path path, bool follow, ts_file_status *status);
uint32_t ts_files_make_folder(ts_instance *owner, uint32_t fd, ts_path path);
uint32_t ts_files_remove(ts_instance *owner, uint32_t fd, ts_path path, bool folder);
uint32_t ts_files_rename(ts_instance *owner, uint32_t fd, ts_path path, uint32_t new_fd, ts_path new_path);
