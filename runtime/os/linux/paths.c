// SPDX-License-Identifier: EPL-2.0
/*
 * What modules do with paths. None leads out of the folder it begins in, be it by "..", from the root or through a link: the kernel
 * resolves each with RESOLVE_BENEATH (openat2(2)), at once with opening it. What removes, makes or renames goes through the open
 * folder that its last name stands in.
 */
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "descriptors.h"
#include "filestatus.h"
#include "host/errno.h"
#include "host/files.h"
#include "hosterror.h"

typedef struct place {
    int folder;                        /* the one that the last name stands in; to be closed */
    const char *name;
    char path[PATH_MAX];
} place;

static uint32_t terminate(ts_path path, char text[PATH_MAX]) {
    if (path.length >= PATH_MAX) {
        return WASI_NAMETOOLONG;
    }
    memcpy(text, path.text, path.length);
    text[path.length] = '\0';
    return memchr(text, '\0', path.length) == NULL ? WASI_SUCCESS : WASI_INVAL;
}

static int open_beneath(int folder, const char *path, int flags, mode_t mode) {
    const struct open_how how = {
        .flags = (uint64_t)(unsigned)(flags | O_CLOEXEC),
        .mode = mode,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
    };
    return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}

/* Opens the folder of a path's last name. */
static uint32_t find_place(ts_instance *owner, uint32_t fd, ts_path path, place *is) {
    uint32_t error = terminate(path, is->path);
    if (error != WASI_SUCCESS) {
        return error;
    }
    for (size_t end = path.length; end > 1 && is->path[end - 1] == '/'; end--) {
        is->path[end - 1] = '\0';
    }
    char *slash = strrchr(is->path, '/');
    is->name = slash == NULL ? is->path : slash + 1;
    if (is->name[0] == '\0') {
        return slash == NULL ? WASI_NOENT : WASI_NOTCAPABLE;
    }
    if (strcmp(is->name, ".") == 0 || strcmp(is->name, "..") == 0) {
        return WASI_INVAL;
    }
    if (slash != NULL) {
        *slash = '\0';
    }
    const char *folder = slash == NULL ? "." : slash == is->path ? "/" : is->path;
    is->folder = open_beneath(ts_descriptor(owner, fd), folder, O_PATH | O_DIRECTORY, 0);
    return ts_host_outcome(is->folder);
}

static uint32_t leave(place *is, long result) {
    uint32_t error = ts_host_outcome(result);
    close(is->folder);
    return error;
}

static int host_flags(bool follow, uint32_t how, uint64_t rights, uint32_t flags) {
    bool reads = (rights & WASI_RIGHT_READ) != 0;
    int is = (rights & WASI_RIGHT_WRITE) == 0 ? O_RDONLY : reads ? O_RDWR : O_WRONLY;
    is |= O_NOCTTY | (follow ? 0 : O_NOFOLLOW);
    is |= (how & WASI_CREATE) != 0 ? O_CREAT : 0;
    is |= (how & WASI_ONLY_DIRECTORY) != 0 ? O_DIRECTORY : 0;
    is |= (how & WASI_EXCLUSIVE) != 0 ? O_EXCL : 0;
    is |= (how & WASI_TRUNCATE) != 0 ? O_TRUNC : 0;
    is |= (flags & WASI_APPEND) != 0 ? O_APPEND : 0;
    is |= (flags & WASI_NONBLOCK) != 0 ? O_NONBLOCK : 0;
    is |= (flags & WASI_DSYNC) != 0 ? O_DSYNC : 0;
    is |= (flags & (WASI_SYNC | WASI_RSYNC)) != 0 ? O_SYNC : 0;
    return is;
}

uint32_t ts_files_open(ts_instance *owner, uint32_t fd, ts_path path, bool follow, uint32_t how, uint64_t rights, uint32_t flags,
                       uint32_t *opened) {
    char text[PATH_MAX];
    uint32_t error = terminate(path, text);
    if (error != WASI_SUCCESS) {
        return error;
    }
    int host = open_beneath(ts_descriptor(owner, fd), text, host_flags(follow, how, rights, flags), (how & WASI_CREATE) != 0 ? 0666 : 0);
    return host < 0 ? ts_host_error() : ts_descriptor_add(owner, host, opened);
}

uint32_t ts_files_path_status(ts_instance *owner, uint32_t fd, ts_path path, bool follow, ts_file_status *status) {
    char text[PATH_MAX];
    uint32_t error = terminate(path, text);
    if (error != WASI_SUCCESS) {
        return error;
    }
    int host = open_beneath(ts_descriptor(owner, fd), text, O_PATH | (follow ? 0 : O_NOFOLLOW), 0);
    if (host < 0) {
        return ts_host_error();
    }
    error = ts_file_status_of(host, status);
    close(host);
    return error;
}

uint32_t ts_files_make_folder(ts_instance *owner, uint32_t fd, ts_path path) {
    place is;
    uint32_t error = find_place(owner, fd, path, &is);
    return error != WASI_SUCCESS ? error : leave(&is, mkdirat(is.folder, is.name, 0777));
}

uint32_t ts_files_remove(ts_instance *owner, uint32_t fd, ts_path path, bool folder) {
    place is;
    uint32_t error = find_place(owner, fd, path, &is);
    return error != WASI_SUCCESS ? error : leave(&is, unlinkat(is.folder, is.name, folder ? AT_REMOVEDIR : 0));
}

uint32_t ts_files_rename(ts_instance *owner, uint32_t fd, ts_path path, uint32_t new_fd, ts_path new_path) {
    place from;
    place to;
    uint32_t error = find_place(owner, fd, path, &from);
    if (error != WASI_SUCCESS) {
        return error;
    }
    error = find_place(owner, new_fd, new_path, &to);
    if (error != WASI_SUCCESS) {
        close(from.folder);
        return error;
    }
    error = leave(&to, renameat(from.folder, from.name, to.folder, to.name));
    close(from.folder);
    return error;
}
