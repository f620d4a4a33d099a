// SPDX-License-Identifier: EPL-2.0
/* A node without modules: what the runtime itself needs. */
#include "thingspire/node.h"

const ts_node ts_this_node = { "empty", 1, NULL, 0, NULL, 0, NULL, 0, NULL, 0 };
