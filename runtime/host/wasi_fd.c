// SPDX-License-Identifier: EPL-2.0
/*
 * Descriptors of WASI preview 1. The first three are the console's: nobody types there, so that its input is at its end; what is
 * written to the other two is printed. All above are files, where the system has some.
 */
#include "kernel/console.h"
#include "host/files.h"
#include "host/wasi.h"

enum { WASI_STDIN = 0, WASI_STDOUT = 1, WASI_STDERR = 2 };

#define ALL_RIGHTS (~UINT64_C(0))

typedef struct vector {
    uint32_t pointer;
    uint32_t length;
} vector;

/* `fdstat` and `prestat`, as they lie in the module's memory. */
typedef struct descriptor_status {
    uint8_t kind;
    uint8_t padding[1];
    uint16_t flags;
    uint8_t more_padding[4];
    uint64_t rights;
    uint64_t inherited;
} descriptor_status;

typedef struct folder_status {
    uint32_t tag;                      /* 0: a folder, the only kind there is */
    uint32_t name_length;              /* bytes */
} folder_status;

_Static_assert(sizeof(descriptor_status) == 24, "as wasi_snapshot_preview1.witx lays it out");

static const char folder_name[] = "/";

static bool is_console(uint32_t fd) {
    return fd < TS_FILES_FIRST;
}

static vector vector_at(ts_caller caller, uint32_t pointer) {
    vector is;
    memcpy(&is, ts_host_memory(caller, pointer, sizeof is), sizeof is);
    return is;
}

/* Stores how much was transferred, if anything was: an error after that is told by the next call. */
static uint32_t end_transfer(ts_caller caller, uint32_t error, uint32_t total, uint32_t done) {
    if (error != WASI_SUCCESS && total == 0) {
        return error;
    }
    ts_wasi_store_u32(caller, done, total);
    return WASI_SUCCESS;
}

static int64_t next(int64_t offset, uint32_t moved) {
    return offset == TS_FILES_AT_POSITION ? offset : offset + moved;
}

static uint32_t read_all(ts_caller caller, uint32_t fd, uint32_t vectors, uint32_t count, int64_t offset, uint32_t done) {
    uint32_t total = 0;
    uint32_t error = WASI_SUCCESS;
    for (uint32_t i = 0; i < count; i++, vectors += sizeof(vector)) {
        vector to = vector_at(caller, vectors);
        uint32_t got = 0;
        error = ts_files_read(caller.instance, fd, ts_host_memory(caller, to.pointer, to.length), to.length, offset, &got);
        total += got;
        offset = next(offset, got);
        if (error != WASI_SUCCESS || got < to.length) {
            break;
        }
    }
    return end_transfer(caller, error, total, done);
}

static uint32_t write_all(ts_caller caller, uint32_t fd, uint32_t vectors, uint32_t count, int64_t offset, uint32_t done) {
    uint32_t total = 0;
    uint32_t error = WASI_SUCCESS;
    for (uint32_t i = 0; i < count; i++, vectors += sizeof(vector)) {
        vector from = vector_at(caller, vectors);
        const uint8_t *bytes = ts_host_memory(caller, from.pointer, from.length);
        uint32_t put = 0;
        if (is_console(fd)) {
            ts_console_text((const char *)bytes, from.length);
            put = from.length;
        } else {
            error = ts_files_write(caller.instance, fd, bytes, from.length, offset, &put);
        }
        total += put;
        offset = next(offset, put);
        if (error != WASI_SUCCESS || put < from.length) {
            break;
        }
    }
    return end_transfer(caller, error, total, done);
}

uint32_t ts_wasi_fd_write(ts_caller caller, uint32_t fd, uint32_t vectors, uint32_t count, uint32_t done) {
    return fd == WASI_STDIN ? WASI_BADF : write_all(caller, fd, vectors, count, TS_FILES_AT_POSITION, done);
}

uint32_t ts_wasi_fd_read(ts_caller caller, uint32_t fd, uint32_t vectors, uint32_t count, uint32_t done) {
    if (is_console(fd)) {
        return fd == WASI_STDIN ? end_transfer(caller, WASI_SUCCESS, 0, done) : WASI_BADF;
    }
    return read_all(caller, fd, vectors, count, TS_FILES_AT_POSITION, done);
}

uint32_t ts_wasi_fd_pread(ts_caller caller, uint32_t fd, uint32_t vectors, uint32_t count, uint64_t offset, uint32_t done) {
    if (is_console(fd)) {
        return WASI_SPIPE;
    }
    return (int64_t)offset < 0 ? WASI_INVAL : read_all(caller, fd, vectors, count, (int64_t)offset, done);
}

uint32_t ts_wasi_fd_pwrite(ts_caller caller, uint32_t fd, uint32_t vectors, uint32_t count, uint64_t offset, uint32_t done) {
    if (is_console(fd)) {
        return WASI_SPIPE;
    }
    return (int64_t)offset < 0 ? WASI_INVAL : write_all(caller, fd, vectors, count, (int64_t)offset, done);
}

/* The console is never closed: the rest of the node prints there. */
uint32_t ts_wasi_fd_close(ts_caller caller, uint32_t fd) {
    return is_console(fd) ? WASI_SUCCESS : ts_files_close(caller.instance, fd);
}

uint32_t ts_wasi_fd_seek(ts_caller caller, uint32_t fd, uint64_t offset, uint32_t whence, uint32_t position) {
    if (is_console(fd)) {
        return WASI_SPIPE;
    }
    uint64_t is;
    uint32_t error = ts_files_seek(caller.instance, fd, (int64_t)offset, whence, &is);
    if (error == WASI_SUCCESS) {
        ts_wasi_store_u64(caller, position, is);
    }
    return error;
}

uint32_t ts_wasi_fd_tell(ts_caller caller, uint32_t fd, uint32_t position) {
    return ts_wasi_fd_seek(caller, fd, 0, 1, position);
}

uint32_t ts_wasi_fd_sync(ts_caller caller, uint32_t fd) {
    return is_console(fd) ? WASI_INVAL : ts_files_sync(caller.instance, fd);
}

uint32_t ts_wasi_fd_datasync(ts_caller caller, uint32_t fd) {
    return ts_wasi_fd_sync(caller, fd);
}

/* A device in which nobody can seek is what the C library takes for a terminal: it then writes each line when it is whole. */
uint32_t ts_wasi_fd_fdstat_get(ts_caller caller, uint32_t fd, uint32_t status) {
    descriptor_status is = { .kind = WASI_CHARACTER_DEVICE, .rights = fd == WASI_STDIN ? WASI_RIGHT_READ : WASI_RIGHT_WRITE };
    if (!is_console(fd)) {
        ts_file_status file;
        uint32_t flags = 0;
        uint32_t error = ts_files_status(caller.instance, fd, &file);
        error = error == WASI_SUCCESS ? ts_files_flags(caller.instance, fd, &flags) : error;
        if (error != WASI_SUCCESS) {
            return error;
        }
        is = (descriptor_status){ .kind = (uint8_t)file.kind, .flags = (uint16_t)flags, .rights = ALL_RIGHTS, .inherited = ALL_RIGHTS };
    }
    ts_wasi_store(caller, status, &is, sizeof is);
    return WASI_SUCCESS;
}

uint32_t ts_wasi_fd_fdstat_set_flags(ts_caller caller, uint32_t fd, uint32_t flags) {
    return is_console(fd) ? WASI_NOTSUP : ts_files_set_flags(caller.instance, fd, flags);
}

uint32_t ts_wasi_fd_filestat_get(ts_caller caller, uint32_t fd, uint32_t status) {
    ts_file_status is = { .kind = WASI_CHARACTER_DEVICE };
    uint32_t error = is_console(fd) ? WASI_SUCCESS : ts_files_status(caller.instance, fd, &is);
    if (error == WASI_SUCCESS) {
        ts_wasi_store(caller, status, &is, sizeof is);
    }
    return error;
}

uint32_t ts_wasi_fd_filestat_set_size(ts_caller caller, uint32_t fd, uint64_t size) {
    return is_console(fd) ? WASI_INVAL : ts_files_set_size(caller.instance, fd, size);
}

static bool is_given_folder(ts_caller caller, uint32_t fd) {
    return fd == TS_FILES_FIRST && ts_files_available(caller.instance);
}

uint32_t ts_wasi_fd_prestat_get(ts_caller caller, uint32_t fd, uint32_t status) {
    if (!is_given_folder(caller, fd)) {
        return WASI_BADF;
    }
    const folder_status is = { .name_length = sizeof folder_name - 1 };
    ts_wasi_store(caller, status, &is, sizeof is);
    return WASI_SUCCESS;
}

uint32_t ts_wasi_fd_prestat_dir_name(ts_caller caller, uint32_t fd, uint32_t name, uint32_t length) {
    if (!is_given_folder(caller, fd)) {
        return WASI_BADF;
    }
    if (length < sizeof folder_name - 1) {
        return WASI_NAMETOOLONG;
    }
    ts_wasi_store(caller, name, folder_name, sizeof folder_name - 1);
    return WASI_SUCCESS;
}
