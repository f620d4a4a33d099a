// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "thingspire/instance.h"

/*
 * Which files modules have open. Each module has numbers of its own and a folder of its own, below the one that --files names; that is
 * made when the module first looks for it.
 */

/* Tells below which folder: the option's argument. False if it is none. */
bool ts_files_assign(const char *folder);

/* The host's descriptor, or -1. */
int ts_descriptor(ts_instance *owner, uint32_t fd);

/* Takes over `host`, closing it if there is no room. An error number of host/errno.h. */
uint32_t ts_descriptor_add(ts_instance *owner, int host, uint32_t *fd);
