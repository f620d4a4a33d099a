// SPDX-License-Identifier: EPL-2.0
/* A chip has no files: no descriptor but the console's is open, and no folder leads to one. */
#include "host/files.h"

#include "host/errno.h"

bool ts_files_available(ts_instance *owner) {
    (void)owner;
    return false;
}

static uint32_t none(void) {
    return WASI_BADF;
}

/* All are that one function, which looks at no argument: the calling convention lets it (AAPCS, 6.1). */
/* NOLINTNEXTLINE(bugprone-macro-parentheses): it declares */
#define NONE(name) __typeof__(name) name __attribute__((alias("none")));

NONE(ts_files_close)
NONE(ts_files_read)
NONE(ts_files_write)
NONE(ts_files_seek)
NONE(ts_files_sync)
NONE(ts_files_flags)
NONE(ts_files_set_flags)
NONE(ts_files_status)
NONE(ts_files_set_size)
NONE(ts_files_list)
NONE(ts_files_open)
NONE(ts_files_path_status)
NONE(ts_files_make_folder)
NONE(ts_files_remove)
NONE(ts_files_rename)
