// SPDX-License-Identifier: EPL-2.0
/*
 * A plugin of QEMU's code generator (interface version 1, docs/devel/tcg-plugins) that counts the instructions which the
 * guest executes between the two markers of chip.h. Debian ships no header of the interface, so what is used of it stands here.
 *
 * arguments: out=<file>, which takes one number for each pair of markers
 */
#include <inttypes.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

struct qemu_plugin_tb;
struct qemu_plugin_insn;
typedef struct qemu_info_t qemu_info_t;
typedef uint64_t qemu_plugin_id_t;
typedef void (*translation_callback)(qemu_plugin_id_t, struct qemu_plugin_tb *);
typedef void (*execution_callback)(unsigned processor, void *user_data);

enum { INLINE_ADD_U64 = 0, NO_REGISTERS = 0 };

extern void qemu_plugin_register_vcpu_tb_trans_cb(qemu_plugin_id_t, translation_callback);
extern void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn *, execution_callback, int flags, void *user_data);
extern void qemu_plugin_register_vcpu_insn_exec_inline(struct qemu_plugin_insn *, int operation, void *counter, uint64_t value);
extern size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *);
extern struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *, size_t);
extern const void *qemu_plugin_insn_data(const struct qemu_plugin_insn *);
extern size_t qemu_plugin_insn_size(const struct qemu_plugin_insn *);

EXPORT int qemu_plugin_version = 1;

static const uint16_t start_marker = 0xbf50, stop_marker = 0xbf60;
static FILE *output;
static uint64_t executed, executed_at_start;

/* Called before the marker executes, but after it has been counted. */
static void on_start(unsigned processor, void *user_data) {
    (void)processor;
    (void)user_data;
    executed_at_start = executed;
}

static void on_stop(unsigned processor, void *user_data) {
    (void)processor;
    (void)user_data;
    fprintf(output, "%" PRIu64 "\n", executed - executed_at_start - 1);
    fflush(output);
}

static void on_translation(qemu_plugin_id_t id, struct qemu_plugin_tb *block) {
    (void)id;
    for (size_t i = 0; i < qemu_plugin_tb_n_insns(block); i++) {
        struct qemu_plugin_insn *instruction = qemu_plugin_tb_get_insn(block, i);
        qemu_plugin_register_vcpu_insn_exec_inline(instruction, INLINE_ADD_U64, &executed, 1);
        uint16_t code = 0;
        if (qemu_plugin_insn_size(instruction) == sizeof code) {
            memcpy(&code, qemu_plugin_insn_data(instruction), sizeof code);
        }
        if (code == start_marker || code == stop_marker) {
            qemu_plugin_register_vcpu_insn_exec_cb(instruction, code == start_marker ? on_start : on_stop, NO_REGISTERS, NULL);
        }
    }
}

EXPORT int qemu_plugin_install(qemu_plugin_id_t id, const qemu_info_t *info, int count, char **arguments) {
    (void)info;
    if (count != 1 || strncmp(arguments[0], "out=", 4) != 0 || (output = fopen(arguments[0] + 4, "w")) == NULL) {
        fprintf(stderr, "count: one argument, out=<file>, is needed\n");
        return 1;
    }
    qemu_plugin_register_vcpu_tb_trans_cb(id, on_translation);
    return 0;
}
