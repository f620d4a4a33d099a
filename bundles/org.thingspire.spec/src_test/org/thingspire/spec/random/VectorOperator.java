// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec.random;

import java.util.ArrayList;
import java.util.List;

/**
 * A vector instruction without memory that makes one value of one to three others.
 *
 * @param opcode   after the prefix
 * @param operands their types, as letters: those of {@link org.thingspire.wasm.CoreSignature}
 * @param result   its type, as a letter
 * @param lanes    how many lanes the instruction can name; 0 if it names none
 * @param floats   the letter of the lanes in which it may give a NaN that is up to the machine; else a space
 */
record VectorOperator(int opcode, String operands, char result, int lanes, char floats) {

    static final int PREFIX = 0xfd;

    private static final char NO_FLOATS = ' ';
    private static final List<VectorOperator> ALL = all();

    /** Those with that result. The first of each takes vectors, so that expressions end. */
    static List<VectorOperator> of(char result) {
        return ALL.stream().filter(operator -> operator.result == result).toList();
    }

    private static List<VectorOperator> all() {
        List<VectorOperator> all = new ArrayList<>();
        binary(all, 0x4e, 0x51);                            // and, andnot, or, xor
        binary(all, 0x0e, 0x0e);                            // swizzle
        binary(all, 0x23, 0x4c);                            // comparisons
        binary(all, 0x65, 0x66);                            // i8x16: narrow, add to sub_sat_u, min to max, avgr_u
        binary(all, 0x6e, 0x73);
        binary(all, 0x76, 0x79);
        binary(all, 0x7b, 0x7b);
        binary(all, 0x82, 0x82);                            // i16x8: q15mulr, narrow, add to sub_sat_u, mul to max, avgr_u, extmul
        binary(all, 0x85, 0x86);
        binary(all, 0x8e, 0x93);
        binary(all, 0x95, 0x99);
        binary(all, 0x9b, 0x9f);
        binary(all, 0xae, 0xae);                            // i32x4: add, sub, mul to dot, extmul
        binary(all, 0xb1, 0xb1);
        binary(all, 0xb5, 0xba);
        binary(all, 0xbc, 0xbf);
        binary(all, 0xce, 0xce);                            // i64x2: add, sub, mul, comparisons, extmul
        binary(all, 0xd1, 0xd1);
        binary(all, 0xd5, 0xdf);
        binary(all, 0xea, 0xeb);                            // pmin, pmax
        binary(all, 0xf6, 0xf7);
        add(all, 0x52, "vvv", 'v', 0, NO_FLOATS);           // bitselect
        unary(all, 0x4d, 0x4d, NO_FLOATS);                  // not
        unary(all, 0x60, 0x62, NO_FLOATS);                  // abs, neg, popcnt
        unary(all, 0x7c, 0x81, NO_FLOATS);                  // extadd_pairwise, abs, neg
        unary(all, 0x87, 0x8a, NO_FLOATS);                  // extend
        unary(all, 0xa0, 0xa1, NO_FLOATS);
        unary(all, 0xa7, 0xaa, NO_FLOATS);
        unary(all, 0xc0, 0xc1, NO_FLOATS);
        unary(all, 0xc7, 0xca, NO_FLOATS);
        unary(all, 0xe0, 0xe1, NO_FLOATS);                  // abs and neg of floats
        unary(all, 0xec, 0xed, NO_FLOATS);
        unary(all, 0xf8, 0xff, NO_FLOATS);                  // trunc_sat, convert
        shifts(all);
        floats(all);
        lanes(all);
        return all;
    }

    private static void shifts(List<VectorOperator> all) {
        for (int first : new int[] {0x6b, 0x8b, 0xab, 0xcb}) {
            for (int opcode = first; opcode < first + 3; opcode++) {
                add(all, opcode, "vi", 'v', 0, NO_FLOATS);
            }
        }
    }

    private static void floats(List<VectorOperator> all) {
        for (int opcode = 0xe4; opcode <= 0xe9; opcode++) {
            add(all, opcode, "vv", 'v', 0, 'f');            // add to max
            add(all, opcode + 0x0c, "vv", 'v', 0, 'd');
        }
        unary(all, 0x67, 0x6a, 'f');                        // ceil, floor, trunc, nearest
        unary(all, 0x74, 0x75, 'd');
        unary(all, 0x7a, 0x7a, 'd');
        unary(all, 0x94, 0x94, 'd');
        unary(all, 0xe3, 0xe3, 'f');                        // sqrt
        unary(all, 0xef, 0xef, 'd');
        unary(all, 0x5e, 0x5e, 'f');                        // demote, promote
        unary(all, 0x5f, 0x5f, 'd');
    }

    private static void lanes(List<VectorOperator> all) {
        for (int opcode : new int[] {0x53, 0x63, 0x64, 0x83, 0x84, 0xa3, 0xa4, 0xc3, 0xc4}) {
            add(all, opcode, "v", 'i', 0, NO_FLOATS);       // any_true, all_true, bitmask
        }
        String lanes = "iiilfd";
        int[] counts = {16, 8, 4, 2, 4, 2};
        int[] extracts = {0x15, 0x18, 0x1b, 0x1d, 0x1f, 0x21};
        int[] replaces = {0x17, 0x1a, 0x1c, 0x1e, 0x20, 0x22};
        for (int i = 0; i < counts.length; i++) {
            add(all, 0x0f + i, String.valueOf(lanes.charAt(i)), 'v', 0, NO_FLOATS);     // splat
            add(all, extracts[i], "v", lanes.charAt(i), counts[i], NO_FLOATS);
            add(all, replaces[i], "v" + lanes.charAt(i), 'v', counts[i], NO_FLOATS);
        }
        add(all, 0x16, "v", 'i', 16, NO_FLOATS);            // extract_lane_u
        add(all, 0x19, "v", 'i', 8, NO_FLOATS);
    }

    private static void binary(List<VectorOperator> all, int first, int last) {
        for (int opcode = first; opcode <= last; opcode++) {
            add(all, opcode, "vv", 'v', 0, NO_FLOATS);
        }
    }

    private static void unary(List<VectorOperator> all, int first, int last, char floats) {
        for (int opcode = first; opcode <= last; opcode++) {
            add(all, opcode, "v", 'v', 0, floats);
        }
    }

    private static void add(List<VectorOperator> all, int opcode, String operands, char result, int lanes, char floats) {
        all.add(new VectorOperator(opcode, operands, result, lanes, floats));
    }
}
