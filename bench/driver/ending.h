// SPDX-License-Identifier: EPL-2.0
#pragma once

#include <stdint.h>

/* Ends the image; of a kernel that does this instead of returning there is no result. */
_Noreturn void end_image(uint32_t code);
