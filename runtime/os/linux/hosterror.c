// SPDX-License-Identifier: EPL-2.0
#include "hosterror.h"

#include <errno.h>
#include <stddef.h>

#include "host/errno.h"

typedef struct pair {
    int host;
    uint32_t wasi;
} pair;

/* EXDEV: openat2 was asked for what is not below the folder. */
static const pair numbers[] = {
    { E2BIG, WASI_2BIG },     { EACCES, WASI_ACCES },   { EAGAIN, WASI_AGAIN },
    { EBADF, WASI_BADF },     { EBUSY, WASI_BUSY },     { EDQUOT, WASI_DQUOT },
    { EEXIST, WASI_EXIST },   { EFBIG, WASI_FBIG },     { EINTR, WASI_INTR },
    { EINVAL, WASI_INVAL },   { EISDIR, WASI_ISDIR },   { ELOOP, WASI_LOOP },
    { EMFILE, WASI_MFILE },   { ENAMETOOLONG, WASI_NAMETOOLONG }, { ENFILE, WASI_NFILE },
    { ENOENT, WASI_NOENT },   { ENOMEM, WASI_NOMEM },   { ENOSPC, WASI_NOSPC },
    { ENOSYS, WASI_NOSYS },   { ENOTDIR, WASI_NOTDIR }, { ENOTEMPTY, WASI_NOTEMPTY },
    { ENOTSUP, WASI_NOTSUP }, { ENXIO, WASI_NXIO },     { EPERM, WASI_PERM },
    { EPIPE, WASI_PIPE },     { EROFS, WASI_ROFS },     { ESPIPE, WASI_SPIPE },
    { ETXTBSY, WASI_TXTBSY }, { EXDEV, WASI_NOTCAPABLE },
};

uint32_t ts_host_error(void) {
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        if (numbers[i].host == errno) {
            return numbers[i].wasi;
        }
    }
    return WASI_IO;
}
