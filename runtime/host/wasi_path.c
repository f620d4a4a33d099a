// SPDX-License-Identifier: EPL-2.0
/* Paths and folders of WASI preview 1. Of the console's descriptors none is a folder. */
#include "host/files.h"
#include "host/wasi.h"

enum { WASI_FOLLOW = 1 };

/* `dirent`, as it lies in the module's memory; the name follows. */
typedef struct entry_header {
    uint64_t next;
    uint64_t inode;
    uint32_t name_length;              /* bytes */
    uint8_t kind;
    uint8_t padding[3];
} entry_header;

typedef struct listing {
    uint8_t *to;
    uint32_t left;                     /* bytes */
} listing;

static ts_path path_at(ts_caller caller, uint32_t pointer, uint32_t length) {
    return (ts_path){ (const char *)ts_host_memory(caller, pointer, length), length };
}

static uint32_t no_folder(uint32_t fd) {
    return fd < TS_FILES_FIRST ? WASI_NOTDIR : WASI_SUCCESS;
}

/* What does not fit is cut: so the module knows that there is more. */
static void put(listing *out, const void *bytes, uint32_t length) {
    uint32_t fits = length < out->left ? length : out->left;
    memcpy(out->to, bytes, fits);
    out->to += fits;
    out->left -= fits;
}

static bool put_entry(void *to, const ts_file_entry *entry) {
    listing *out = to;
    const entry_header header = { entry->next, entry->inode, entry->length, entry->kind, { 0 } };
    put(out, &header, sizeof header);
    put(out, entry->name, entry->length);
    return out->left > 0;
}

uint32_t ts_wasi_fd_readdir(ts_caller caller, uint32_t fd, uint32_t entries, uint32_t capacity, uint64_t cookie, uint32_t used) {
    uint32_t error = no_folder(fd);
    if (error == WASI_SUCCESS) {
        listing out = { ts_host_memory(caller, entries, capacity), capacity };
        error = ts_files_list(caller.instance, fd, cookie, put_entry, &out);
        if (error == WASI_SUCCESS) {
            ts_wasi_store_u32(caller, used, capacity - out.left);
        }
    }
    return error;
}

uint32_t ts_wasi_path_open(ts_caller caller, uint32_t fd, uint32_t lookup, uint32_t path, uint32_t length, uint32_t how, uint64_t rights,
                      uint64_t inherited, uint32_t flags, uint32_t opened) {
    (void)inherited;
    uint32_t error = no_folder(fd);
    if (error == WASI_SUCCESS) {
        ts_host_memory(caller, opened, sizeof(uint32_t)); /* traps before there is something to close */
        uint32_t is;
        error = ts_files_open(caller.instance, fd, path_at(caller, path, length), (lookup & WASI_FOLLOW) != 0, how, rights, flags, &is);
        if (error == WASI_SUCCESS) {
            ts_wasi_store_u32(caller, opened, is);
        }
    }
    return error;
}

uint32_t ts_wasi_path_filestat_get(ts_caller caller, uint32_t fd, uint32_t lookup, uint32_t path, uint32_t length, uint32_t status) {
    uint32_t error = no_folder(fd);
    if (error == WASI_SUCCESS) {
        ts_file_status is;
        error = ts_files_path_status(caller.instance, fd, path_at(caller, path, length), (lookup & WASI_FOLLOW) != 0, &is);
        if (error == WASI_SUCCESS) {
            ts_wasi_store(caller, status, &is, sizeof is);
        }
    }
    return error;
}

uint32_t ts_wasi_path_create_directory(ts_caller caller, uint32_t fd, uint32_t path, uint32_t length) {
    uint32_t error = no_folder(fd);
    return error != WASI_SUCCESS ? error : ts_files_make_folder(caller.instance, fd, path_at(caller, path, length));
}

uint32_t ts_wasi_path_remove_directory(ts_caller caller, uint32_t fd, uint32_t path, uint32_t length) {
    uint32_t error = no_folder(fd);
    return error != WASI_SUCCESS ? error : ts_files_remove(caller.instance, fd, path_at(caller, path, length), true);
}

uint32_t ts_wasi_path_unlink_file(ts_caller caller, uint32_t fd, uint32_t path, uint32_t length) {
    uint32_t error = no_folder(fd);
    return error != WASI_SUCCESS ? error : ts_files_remove(caller.instance, fd, path_at(caller, path, length), false);
}

uint32_t ts_wasi_path_rename(ts_caller caller, uint32_t fd, uint32_t path, uint32_t length, uint32_t new_fd, uint32_t new_path,
                        uint32_t new_length) {
    uint32_t error = no_folder(fd) != WASI_SUCCESS ? no_folder(fd) : no_folder(new_fd);
    return error != WASI_SUCCESS ? error : ts_files_rename(caller.instance, fd, path_at(caller, path, length), new_fd,
                                                          path_at(caller, new_path, new_length));
}
