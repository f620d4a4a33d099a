// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <sys/types.h>

#include "host/files.h"

/* WASI's kind of a file with this mode. */
uint8_t ts_file_kind(mode_t mode);

/* Of an open file of the host; an error number of host/errno.h. */
uint32_t ts_file_status_of(int host, ts_file_status *status);
