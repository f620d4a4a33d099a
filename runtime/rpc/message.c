// SPDX-License-Identifier: EPL-2.0
#include "rpc/message.h"

#include <string.h>

/* Our targets are little-endian, so these bytes are those on the wire. */
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "numbers are sent as they are");

typedef struct __attribute__((packed)) header {
    uint8_t kind;
    uint32_t session;
    uint32_t call;
    uint16_t function;
} header;

_Static_assert(sizeof(header) == TS_MESSAGE_HEADER, "what precedes the payload");

size_t ts_message_write(const ts_message *message, uint8_t *bytes) {
    *(header *)bytes = (header){ (uint8_t)message->kind, message->session, message->call, message->function };
    memmove(bytes + TS_MESSAGE_HEADER, message->payload, message->length);
    return TS_MESSAGE_SIZE(message->length);
}

bool ts_message_read(ts_message *message, const uint8_t *bytes, size_t length) {
    if (length < TS_MESSAGE_HEADER) {
        return false;
    }
    const header *read = (const header *)bytes;
    *message = (ts_message){ (ts_message_kind)read->kind, read->session, read->call, read->function,
                             bytes + TS_MESSAGE_HEADER, length - TS_MESSAGE_HEADER };
    return true;
}
