// SPDX-License-Identifier: EPL-2.0
#include "filestatus.h"

#include <sys/stat.h>

#include "hosterror.h"

uint8_t ts_file_kind(mode_t mode) {
    return S_ISREG(mode)   ? WASI_REGULAR_FILE
           : S_ISDIR(mode) ? WASI_DIRECTORY
           : S_ISLNK(mode) ? WASI_SYMBOLIC_LINK
           : S_ISCHR(mode) ? WASI_CHARACTER_DEVICE
                           : WASI_UNKNOWN;
}

static uint64_t nanoseconds(struct timespec time) {
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

uint32_t ts_file_status_of(int host, ts_file_status *status) {
    struct stat is;
    if (fstat(host, &is) != 0) {
        return ts_host_error();
    }
    *status = (ts_file_status){
        .device = is.st_dev,
        .inode = is.st_ino,
        .kind = ts_file_kind(is.st_mode),
        .links = is.st_nlink,
        .size = (uint64_t)is.st_size,
        .accessed = nanoseconds(is.st_atim),
        .modified = nanoseconds(is.st_mtim),
        .changed = nanoseconds(is.st_ctim),
    };
    return 0;
}
