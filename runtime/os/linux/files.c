// SPDX-License-Identifier: EPL-2.0
/* What modules do with files that they have open. */
#include "host/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "descriptors.h"
#include "filestatus.h"
#include "host/errno.h"
#include "hosterror.h"

uint32_t ts_files_read(ts_instance *owner, uint32_t fd, uint8_t *bytes, uint32_t length, int64_t offset, uint32_t *done) {
    int host = ts_descriptor(owner, fd);
    ssize_t got = offset == TS_FILES_AT_POSITION ? read(host, bytes, length) : pread(host, bytes, length, offset);
    *done = got < 0 ? 0 : (uint32_t)got;
    return ts_host_outcome(got);
}

uint32_t ts_files_write(ts_instance *owner, uint32_t fd, const uint8_t *bytes, uint32_t length, int64_t offset, uint32_t *done) {
    int host = ts_descriptor(owner, fd);
    ssize_t put = offset == TS_FILES_AT_POSITION ? write(host, bytes, length) : pwrite(host, bytes, length, offset);
    *done = put < 0 ? 0 : (uint32_t)put;
    return ts_host_outcome(put);
}

uint32_t ts_files_seek(ts_instance *owner, uint32_t fd, int64_t offset, uint32_t whence, uint64_t *position) {
    static const int ways[] = { SEEK_SET, SEEK_CUR, SEEK_END };
    if (whence >= sizeof ways / sizeof *ways) {
        return WASI_INVAL;
    }
    off_t at = lseek(ts_descriptor(owner, fd), offset, ways[whence]);
    *position = (uint64_t)at;
    return ts_host_outcome(at);
}

uint32_t ts_files_sync(ts_instance *owner, uint32_t fd) {
    return ts_host_outcome(fsync(ts_descriptor(owner, fd)));
}

uint32_t ts_files_flags(ts_instance *owner, uint32_t fd, uint32_t *flags) {
    int is = fcntl(ts_descriptor(owner, fd), F_GETFL);
    *flags = ((is & O_APPEND) != 0 ? WASI_APPEND : 0) | ((is & O_NONBLOCK) != 0 ? WASI_NONBLOCK : 0) |
             ((is & O_SYNC) == O_SYNC ? WASI_SYNC : (is & O_DSYNC) != 0 ? WASI_DSYNC : 0);
    return ts_host_outcome(is);
}

/* Linux changes no others of an open file. */
uint32_t ts_files_set_flags(ts_instance *owner, uint32_t fd, uint32_t flags) {
    int host = ts_descriptor(owner, fd);
    if ((flags & ~(uint32_t)(WASI_APPEND | WASI_NONBLOCK)) != 0) {
        return WASI_NOTSUP;
    }
    return ts_host_outcome(fcntl(host, F_SETFL, ((flags & WASI_APPEND) != 0 ? O_APPEND : 0) | ((flags & WASI_NONBLOCK) != 0 ? O_NONBLOCK : 0)));
}

uint32_t ts_files_status(ts_instance *owner, uint32_t fd, ts_file_status *status) {
    return ts_file_status_of(ts_descriptor(owner, fd), status);
}

uint32_t ts_files_set_size(ts_instance *owner, uint32_t fd, uint64_t size) {
    return ts_host_outcome(ftruncate(ts_descriptor(owner, fd), (off_t)size));
}

/* A listing of its own for each call: `from` is then a count of entries, and means the same whoever else reads the folder. */
uint32_t ts_files_list(ts_instance *owner, uint32_t fd, uint64_t from, bool (*take)(void *to, const ts_file_entry *entry), void *to) {
    int host = openat(ts_descriptor(owner, fd), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *folder = host < 0 ? NULL : fdopendir(host);
    if (folder == NULL) {
        uint32_t error = ts_host_error();
        if (host >= 0) {
            close(host);
        }
        return error;
    }
    uint64_t next = 0;
    for (struct dirent *each = readdir(folder); each != NULL; each = readdir(folder)) {
        const ts_file_entry entry = { ++next, each->d_ino, each->d_name, (uint32_t)strlen(each->d_name),
                                      ts_file_kind((mode_t)DTTOIF(each->d_type)) };
        if (next > from && !take(to, &entry)) {
            break;
        }
    }
    closedir(folder);
    return WASI_SUCCESS;
}
