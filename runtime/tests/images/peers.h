// SPDX-License-Identifier: EPL-2.0
#pragma once

/* What the images caller and server agree on. */
enum { WIRING = 0x5eed };
enum { PAYLOAD = 24 }; /* bytes: the arguments of sum */
enum { FUNCTION_SUM = 1, FUNCTION_FAIL, FUNCTION_ROUND, FUNCTION_SLOW, FUNCTION_COUNT, FUNCTION_TWICE, FUNCTION_NOBODYS };
