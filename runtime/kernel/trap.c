// SPDX-License-Identifier: EPL-2.0
#include "thingspire/trap.h"

const char *ts_trap_text(ts_trap kind) {
    switch (kind) {
    case TS_TRAP_NONE:
        return "no trap";
    case TS_TRAP_UNREACHABLE:
        return "unreachable";
    case TS_TRAP_INTEGER_DIVIDE_BY_ZERO:
        return "integer divide by zero";
    case TS_TRAP_INTEGER_OVERFLOW:
        return "integer overflow";
    case TS_TRAP_INVALID_CONVERSION:
        return "invalid conversion to integer";
    case TS_TRAP_OUT_OF_BOUNDS_MEMORY:
        return "out of bounds memory access";
    case TS_TRAP_OUT_OF_BOUNDS_TABLE:
        return "out of bounds table access";
    case TS_TRAP_UNINITIALIZED_ELEMENT:
        return "uninitialized element";
    case TS_TRAP_INDIRECT_CALL_TYPE:
        return "indirect call type mismatch";
    case TS_TRAP_UNDEFINED_ELEMENT:
        return "undefined element";
    case TS_TRAP_STACK_OVERFLOW:
        return "call stack exhausted";
    case TS_TRAP_FAULT:
        return "processor fault";
    case TS_TRAP_CALLEE:
        return "called module trapped";
    case TS_TRAP_PEER:
        return "peer did not answer";
    case TS_TRAP_REENTRANCE:
        return "module called while it is running";
    case TS_TRAP_HOST_ARGUMENT:
        return "host function argument out of range";
    case TS_TRAP_EXIT:
        return "exit with an error";
    case TS_TRAP_BUSY:
        return "module busy for too long";
    }
    return "unknown trap";
}
