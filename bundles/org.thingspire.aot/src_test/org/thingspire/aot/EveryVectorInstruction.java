// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import java.util.List;
import java.util.stream.Stream;

/** A module in text format with all vector instructions, each in a function of its own so that none is computed at compile time. */
final class EveryVectorInstruction {

    private static final List<String> INTEGERS = List.of("i8x16", "i16x8", "i32x4", "i64x2");
    private static final List<String> FLOATS = List.of("f32x4", "f64x2");

    private final StringBuilder functions = new StringBuilder();
    private int count;

    private EveryVectorInstruction() {
    }

    static String module() {
        EveryVectorInstruction all = new EveryVectorInstruction();
        all.addOnTwoVectors();
        all.addOnOneVector();
        all.addLanes();
        all.addMemory();
        return "(module (memory 1)\n" + all.functions + ")";
    }

    private void add(String instruction, String parameters, String result) {
        functions.append("(func (export \"f").append(count++).append("\") (param ").append(parameters).append(")")
                .append(result.isEmpty() ? "" : " (result " + result + ")");
        for (int i = 0; i < parameters.split(" ").length; i++) {
            functions.append(" local.get ").append(i);
        }
        functions.append(' ').append(instruction).append(")\n");
    }

    /** @param instructions separated by spaces; of each of the shapes */
    private void add(List<String> shapes, String instructions, String parameters, String result) {
        shapes.forEach(shape -> Stream.of(instructions.split(" ")).forEach(name -> add(shape + "." + name, parameters, result)));
    }

    private void addOnTwoVectors() {
        List<String> upTo32 = INTEGERS.subList(0, 3);
        List<String> upTo16 = INTEGERS.subList(0, 2);
        add(INTEGERS, "add sub eq ne lt_s gt_s le_s ge_s", "v128 v128", "v128");
        add(upTo32, "lt_u gt_u le_u ge_u min_s min_u max_s max_u", "v128 v128", "v128");
        add(upTo16, "add_sat_s add_sat_u sub_sat_s sub_sat_u avgr_u", "v128 v128", "v128");
        add(INTEGERS.subList(1, 4), "mul", "v128 v128", "v128");
        add(FLOATS, "add sub mul div min max pmin pmax eq ne lt gt le ge", "v128 v128", "v128");
        add(List.of("v128"), "and andnot or xor", "v128 v128", "v128");
        add("v128.bitselect", "v128 v128 v128", "v128");
        add("i8x16.swizzle", "v128 v128", "v128");
        add("i8x16.shuffle 0 17 2 19 4 21 6 23 31 8 30 9 29 10 28 11", "v128 v128", "v128");
        add("i32x4.dot_i16x8_s", "v128 v128", "v128");
        add("i16x8.q15mulr_sat_s", "v128 v128", "v128");
        for (int i = 1; i < INTEGERS.size(); i++) {
            String narrow = INTEGERS.get(i - 1);
            add(INTEGERS.subList(i, i + 1), "extmul_low_%1$s_s extmul_low_%1$s_u extmul_high_%1$s_s extmul_high_%1$s_u".formatted(narrow),
                    "v128 v128", "v128");
        }
        add("i8x16.narrow_i16x8_s", "v128 v128", "v128");
        add("i8x16.narrow_i16x8_u", "v128 v128", "v128");
        add("i16x8.narrow_i32x4_s", "v128 v128", "v128");
        add("i16x8.narrow_i32x4_u", "v128 v128", "v128");
    }

    private void addOnOneVector() {
        add(INTEGERS, "abs neg", "v128", "v128");
        add(INTEGERS, "all_true bitmask", "v128", "i32");
        add(INTEGERS, "shl shr_s shr_u", "v128 i32", "v128");
        add(FLOATS, "abs neg sqrt ceil floor trunc nearest", "v128", "v128");
        add("v128.not", "v128", "v128");
        add("v128.any_true", "v128", "i32");
        add("i8x16.popcnt", "v128", "v128");
        for (int i = 1; i < INTEGERS.size(); i++) {
            String narrow = INTEGERS.get(i - 1);
            add(INTEGERS.subList(i, i + 1), "extend_low_%1$s_s extend_low_%1$s_u extend_high_%1$s_s extend_high_%1$s_u".formatted(narrow),
                    "v128", "v128");
        }
        for (String conversion : List.of("i16x8.extadd_pairwise_i8x16_s", "i16x8.extadd_pairwise_i8x16_u", "i32x4.extadd_pairwise_i16x8_s",
                "i32x4.extadd_pairwise_i16x8_u", "i32x4.trunc_sat_f32x4_s", "i32x4.trunc_sat_f32x4_u", "i32x4.trunc_sat_f64x2_s_zero",
                "i32x4.trunc_sat_f64x2_u_zero", "f32x4.convert_i32x4_s", "f32x4.convert_i32x4_u", "f64x2.convert_low_i32x4_s",
                "f64x2.convert_low_i32x4_u", "f32x4.demote_f64x2_zero", "f64x2.promote_low_f32x4")) {
            add(conversion, "v128", "v128");
        }
    }

    private void addLanes() {
        add("v128.const i32x4 1 2 3 4 i32x4.add", "v128", "v128");
        addLanes("i8x16", "i32");
        addLanes("i16x8", "i32");
        addLanes("i32x4", "i32");
        addLanes("i64x2", "i64");
        addLanes("f32x4", "f32");
        addLanes("f64x2", "f64");
    }

    private void addLanes(String shape, String lane) {
        boolean isNarrow = shape.equals("i8x16") || shape.equals("i16x8");
        for (String extract : isNarrow ? List.of("extract_lane_s", "extract_lane_u") : List.of("extract_lane")) {
            add(shape + "." + extract + " 1", "v128", lane);
        }
        add(shape + ".replace_lane 1", "v128 " + lane, "v128");
        add(shape + ".splat", lane, "v128");
    }

    private void addMemory() {
        for (String load : List.of("load", "load8x8_s", "load8x8_u", "load16x4_s", "load16x4_u", "load32x2_s", "load32x2_u", "load8_splat",
                "load16_splat", "load32_splat", "load64_splat", "load32_zero", "load64_zero")) {
            add("v128." + load + " offset=4", "i32", "v128");
        }
        add("v128.store offset=4", "i32 v128", "");
        for (int bits = 8; bits <= 64; bits *= 2) {
            add("v128.load" + bits + "_lane offset=4 1", "i32 v128", "v128");
            add("v128.store" + bits + "_lane offset=4 1", "i32 v128", "");
        }
    }
}
