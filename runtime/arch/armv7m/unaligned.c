// SPDX-License-Identifier: EPL-2.0
#include "unaligned.h"

#include <stddef.h>

/* Numbers of registers in a transfer: r0 to r15, then s0 to s31. */
enum { REGISTER_SP = 13, REGISTER_PC = 15, REGISTER_S0 = 16, REGISTERS = 48, MAX_WORDS = 32 };

/* Words of the frame; s0 to s15 follow its eight. */
enum { FRAME_R12 = 4, FRAME_LR = 5, FRAME_S0 = 8 };

/* What an instruction transfers: consecutive words, beginning at `offset` from the base register's value. */
typedef struct transfer {
    bool loads;
    unsigned base;              /* a register's number */
    int32_t offset;             /* bytes */
    int32_t base_change;        /* bytes: what is added to the base register afterwards */
    unsigned count;
    uint8_t registers[MAX_WORDS];
} transfer;

static uint32_t *register_of(const ts_faulted *thread, unsigned number) {
    uint32_t *frame = (uint32_t *)thread->frame;
    if (number < 4) {
        return &frame[number];
    }
    if (number < 12) {
        return &thread->r4_to_r11[number - 4];
    }
    if (number < REGISTER_S0) {
        return &frame[number == 12 ? FRAME_R12 : FRAME_LR];
    }
    return number < REGISTER_S0 + 16 ? &frame[FRAME_S0 + number - REGISTER_S0] : &thread->s16_to_s31[number - REGISTER_S0 - 16];
}

static void add(transfer *transfer, unsigned number) {
    transfer->registers[transfer->count++] = (uint8_t)number;
}

/* ldm, stm: ARM DDI 0403, A7.7.41, A7.7.42, A7.7.159, A7.7.160. */
static bool list(transfer *transfer, uint32_t registers, bool before, bool writes_back) {
    for (unsigned number = 0; number < REGISTER_S0; number++) {
        if ((registers >> number & 1u) != 0) {
            add(transfer, number);
        }
    }
    int32_t bytes = (int32_t)transfer->count * 4;
    transfer->offset = before ? -bytes : 0;
    transfer->base_change = !writes_back ? 0 : before ? -bytes : bytes;
    return (registers >> REGISTER_SP & 5u) == 0; /* neither sp nor pc */
}

/* ldrd, strd: A7.7.50, A7.7.166. */
static bool pair(transfer *transfer, uint32_t code, bool pre, bool adds, bool writes_back) {
    int32_t change = (int32_t)(code & 0xffu) * (adds ? 4 : -4);
    add(transfer, code >> 12 & 15u);
    add(transfer, code >> 8 & 15u);
    transfer->offset = pre ? change : 0;
    transfer->base_change = writes_back ? change : 0;
    return pre || writes_back; /* else it is another instruction */
}

#if defined(__ARM_FP)
/* vldr, vstr, vldm, vstm: A7.7.235, A7.7.236, A7.7.258, A7.7.259. */
static bool floats(transfer *transfer, uint32_t code, bool pre, bool adds, bool writes_back) {
    bool is_double = (code & 0x100u) != 0;
    uint32_t high = code >> 12 & 15u, low = code >> 22 & 1u, words = code & 0xffu;
    uint32_t first = is_double ? (low << 4 | high) * 2 : high << 1 | low;
    bool single = pre && !writes_back;
    int32_t bytes = (int32_t)words * (adds ? 4 : -4);
    transfer->offset = pre ? bytes : 0;
    transfer->base_change = writes_back ? bytes : 0;
    words = single ? (is_double ? 2 : 1) : words;
    if (words > MAX_WORDS || first + words > REGISTERS - REGISTER_S0) {
        return false;
    }
    for (uint32_t i = 0; i < words; i++) {
        add(transfer, REGISTER_S0 + first + i);
    }
    return single || pre != adds;
}
#endif

/* `code` has the first halfword in its upper half; of a short instruction only that. */
static bool decode(uint32_t code, transfer *transfer) {
    if (code >> 28 == 0xcu) {
        uint32_t registers = code >> 16 & 0xffu;
        transfer->base = code >> 24 & 7u;
        transfer->loads = (code & 1u << 27) != 0;
        return list(transfer, registers, false, !transfer->loads || (registers >> transfer->base & 1u) == 0);
    }
    bool pre = (code & 1u << 24) != 0, adds = (code & 1u << 23) != 0, writes_back = (code & 1u << 21) != 0;
    transfer->base = code >> 16 & 15u;
    transfer->loads = (code & 1u << 20) != 0;
    if ((code & 0xfe400000u) == 0xe8000000u && pre != adds) {
        return list(transfer, code & 0xffffu, pre, writes_back);
    }
    if ((code & 0xfe400000u) == 0xe8400000u) {
        return pair(transfer, code, pre, adds, writes_back);
    }
#if defined(__ARM_FP)
    if ((code & 0xfe000e00u) == 0xec000a00u) {
        return floats(transfer, code, pre, adds, writes_back);
    }
#endif
    return false;
}

static bool is_short(uint16_t halfword) {
    return halfword < 0xe800u;
}

/* The state of an IT block, which xPSR has in two parts, moves on with each instruction: A7.3.3, ITAdvance. */
static uint32_t after_instruction(uint32_t xpsr) {
    uint32_t state = (xpsr >> 8 & 0xfcu) | (xpsr >> 25 & 3u);
    uint32_t next = (state & 7u) == 0 ? 0 : (state & 0xe0u) | (state << 1 & 0x1fu);
    return (xpsr & ~0x0600fc00u) | (next & 0xfcu) << 8 | (next & 3u) << 25;
}

static void copy(const transfer *transfer, const ts_faulted *thread, uint8_t *at) {
    for (unsigned i = 0; i < transfer->count; i++, at += 4) {
        uint32_t *word = register_of(thread, transfer->registers[i]);
        if (transfer->loads) {
            *word = (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
        } else {
            for (unsigned byte = 0; byte < 4; byte++) {
                at[byte] = (uint8_t)(*word >> 8 * byte);
            }
        }
    }
}

bool ts_unaligned_access(const ts_faulted *thread, uint8_t *memory, uint32_t size) {
    ts_exception_frame *frame = thread->frame;
    const uint16_t *instruction = (const uint16_t *)frame->pc;
    transfer transfer = { .count = 0 };
    uint32_t code = (uint32_t)instruction[0] << 16 | (is_short(instruction[0]) ? 0u : instruction[1]);
    if (!decode(code, &transfer) || transfer.base == REGISTER_SP || transfer.base == REGISTER_PC ||
        (transfer.registers[0] >= REGISTER_S0 && thread->s16_to_s31 == NULL)) {
        return false;
    }
    uint32_t *base = register_of(thread, transfer.base);
    uint32_t address = *base;
    uint32_t at = address + (uint32_t)transfer.offset - (uint32_t)memory;
    uint32_t bytes = transfer.count * 4;
    if (bytes > size || at > size - bytes) {
        return false;
    }
    copy(&transfer, thread, memory + at);
    if (transfer.base_change != 0) {
        *base = address + (uint32_t)transfer.base_change;
    }
    frame->pc += is_short(instruction[0]) ? 2 : 4;
    frame->xpsr = after_instruction(frame->xpsr);
    return true;
}
