// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Code that accesses memory and then needs what it has loaded in one case only, in part, or not at all; and stores.
 *
 * @param bytes how many bytes it accesses at its first parameter
 * @param body  of a function {@code (param i32 i32)}, whose second parameter decides what becomes of them. There are a variable
 *              {@code $x_i32}, a global {@code $i32}, and functions {@code $use_i32} and {@code $first_i32}, which selects, and the same of the other types
 */
record AccessForm(int bytes, String body) {

    static List<AccessForm> all() {
        List<AccessForm> forms = new ArrayList<>();
        addChosen(forms, "i32", List.of("i32.load:4", "i32.load8_u:1", "i32.load8_s:1", "i32.load16_u:2", "i32.load16_s:2"));
        addChosen(forms, "i64", List.of("i64.load:8", "i64.load8_u:1", "i64.load16_s:2", "i64.load32_u:4", "i64.load32_s:4"));
        addChosen(forms, "f32", List.of("f32.load:4"));
        addChosen(forms, "f64", List.of("f64.load:8"));
        addNarrowed(forms);
        addVectors(forms);
        return forms;
    }

    /** Loads that a condition does with or without: in all ways for those of a whole word, in some for the others. */
    private static void addChosen(List<AccessForm> forms, String type, List<String> loads) {
        for (String each : loads) {
            int bytes = Integer.parseInt(each.substring(each.indexOf(':') + 1));
            String load = "(%s (local.get 0))".formatted(each.substring(0, each.indexOf(':')));
            List<String> uses = List.of("(global.set $TYPE VALUE)", "(TYPE.store (i32.const 8) VALUE)", "(call $use_TYPE VALUE)", "(drop VALUE)");
            List<String> choices = List.of("(select LOAD OTHER (local.get 1))", "(select OTHER LOAD (i32.lt_u (local.get 1) (i32.const 1)))",
                    "(call $first_TYPE LOAD OTHER (local.get 1))",
                    "(block $b (result TYPE) (drop (br_if $b LOAD (local.get 1))) OTHER)");
            List<String> texts = new ArrayList<>(List.of("(drop LOAD)",
                    "(local.set $x_TYPE LOAD) (if (local.get 1) (then (local.set $x_TYPE OTHER))) (global.set $TYPE (local.get $x_TYPE))",
                    "(local.set $x_TYPE LOAD) (if (local.get 1) (then) (else (global.set $TYPE (local.get $x_TYPE))))"));
            for (String use : uses.subList(0, bytes == (type.endsWith("64") ? 8 : 4) ? uses.size() : 1)) {
                choices.forEach(choice -> texts.add(use.replace("VALUE", choice)));
            }
            for (String text : texts) {
                forms.add(new AccessForm(bytes, text.replace("LOAD", load).replace("OTHER", "(TYPE.const 5)").replace("TYPE", type)));
            }
        }
    }

    /** Integers of which a condition or a mask leaves a part or nothing, and those that are written back. */
    private static void addNarrowed(List<AccessForm> forms) {
        for (String type : List.of("i32", "i64")) {
            int bytes = type.equals("i32") ? 4 : 8;
            String load = type + ".load (local.get 0)";
            String condition = type.equals("i32") ? "(i32.eqz (local.get 1))" : "(i64.extend_i32_u (i32.eqz (local.get 1)))";
            for (String value : List.of("and (LOAD) (sub ZERO CONDITION)", "mul (LOAD) CONDITION", "and (LOAD) (const 255)",
                    "shr_u (LOAD) (const 24)", "shl (LOAD) (const 31)", "and (LOAD) ZERO", "sub (LOAD) (LOAD)", "xor (LOAD) (LOAD)",
                    "and (shr_u (LOAD) (const 8)) (const 0xffff)", "or (LOAD) (const -1)", "div_u (LOAD) (const 1)")) {
                String text = value.replace("ZERO", "(const 0)").replace("CONDITION", condition)
                        .replaceAll("(^|\\()(and|mul|sub|shr_u|shl|xor|or|div_u|const)", "$1" + type + ".$2").replace("LOAD", load);
                forms.add(new AccessForm(bytes, "(global.set $%s (%s))".formatted(type, text)));
                forms.add(new AccessForm(bytes, "(global.set $i32 (%s.eq (%s) (%1$s.const 3)))".formatted(type, text)));
            }
            forms.add(new AccessForm(bytes, "(if (local.get 1) (then (global.set $i32 (i32.wrap_i64 (i64.extend_i32_u (local.get 0))))))"
                    + "(global.set $i32 (%s.eqz (%s)))".formatted(type, load)));
            forms.add(new AccessForm(bytes, "(%1$s.store (local.get 0) (%1$s.and (%2$s) (%1$s.const 0xffffff00)))".formatted(type, load)));
            forms.add(new AccessForm(bytes, "(%1$s.store (local.get 0) (%1$s.or (%2$s) (%1$s.const 1)))".formatted(type, load)));
            forms.add(new AccessForm(bytes, "(%1$s.store (local.get 0) (%2$s))".formatted(type, load)));
            forms.add(new AccessForm(bytes, "(%1$s.store (local.get 0) (%1$s.const 7)) (%1$s.store (local.get 0) (%1$s.const 8))".formatted(type)));
        }
        forms.add(new AccessForm(8, "(global.set $i32 (i32.wrap_i64 (i64.load (local.get 0))))"));
        forms.add(new AccessForm(8, "(global.set $i64 (i64.reinterpret_f64 (f64.load (local.get 0))))"));
        forms.add(new AccessForm(8, "(global.set $i64 (i64.shr_u (i64.load (local.get 0)) (i64.const 32)))"));
        forms.add(new AccessForm(8, "(global.set $f32 (f32.demote_f64 (f64.load (local.get 0))))"));
    }

    /** Sixteen bytes of which the code needs eight, four, or those that a mask leaves. */
    private static void addVectors(List<AccessForm> forms) {
        String load = "(v128.load (local.get 0))";
        String mask = "(i32x4.lt_s (i32x4.splat (local.get 0)) (i32x4.splat (local.get 1)))";
        for (String half : List.of("i16x8.extend_low_i8x16_s", "i16x8.extend_high_i8x16_u", "i32x4.extend_low_i16x8_u",
                "i64x2.extend_low_i32x4_s", "f64x2.convert_low_i32x4_s", "f64x2.promote_low_f32x4", "i8x16.shuffle 0 1 2 3 0 1 2 3 0 1 2 3 0 1 2 3 "
                        + load,
                "i8x16.shuffle 0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7 " + load)) {
            forms.add(vector(16, "(%s %s)".formatted(half, load)));
        }
        forms.add(vector(16, "(v128.and %s %s)".formatted(load, mask)));
        forms.add(vector(16, "(v128.bitselect %s (i32x4.splat (local.get 1)) %s)".formatted(load, mask)));
        forms.add(vector(16, "(v128.bitselect (i32x4.splat (local.get 1)) (i32x4.add %s (i32x4.splat (local.get 0))) %s)".formatted(load, mask)));
        forms.add(vector(16, "(v128.bitselect (f32x4.add %s (f32x4.splat (f32.const 1))) (i32x4.splat (local.get 1)) %s)".formatted(load, mask)));
        forms.add(vector(4, "(v128.bitselect (i32x4.add (v128.load32_splat (local.get 0)) (i32x4.splat (local.get 0))) OTHER %s)".formatted(mask)
                .replace("OTHER", "(i32x4.splat (local.get 1))")));
        forms.add(vector(16, "(select %s (i32x4.splat (local.get 0)) (local.get 1))".formatted(load)));
        for (String narrow : List.of("v128.load8x8_s:8", "v128.load16x4_u:8", "v128.load32x2_s:8", "v128.load64_zero:8", "v128.load32_zero:4",
                "v128.load8_splat:1", "v128.load16_splat:2", "v128.load32_splat:4", "v128.load64_splat:8")) {
            int bytes = Integer.parseInt(narrow.substring(narrow.indexOf(':') + 1));
            String value = "(%s (local.get 0))".formatted(narrow.substring(0, narrow.indexOf(':')));
            forms.add(vector(bytes, value));
            forms.add(vector(bytes, "(v128.and %s %s)".formatted(value, mask)));
        }
        for (String lane : List.of("i32 (i32x4.extract_lane 0", "i32 (i32x4.extract_lane 3", "i32 (i8x16.extract_lane_u 5",
                "i64 (i64x2.extract_lane 1", "f32 (f32x4.extract_lane 0", "f64 (f64x2.extract_lane 0", "i32 (v128.any_true", "i32 (i32x4.bitmask")) {
            forms.add(new AccessForm(16, "(global.set $%s %s))".formatted(lane, load)));
        }
        forms.add(new AccessForm(16, "(v128.store (local.get 0) (i32x4.splat (local.get 1)))"));
        forms.add(new AccessForm(16, "(v128.store (local.get 0) (v128.bitselect (i32x4.splat (local.get 1)) %s %s))".formatted(load, mask)));
        forms.add(new AccessForm(4, "(v128.store32_lane 2 (local.get 0) (i32x4.splat (local.get 1)))"));
        forms.add(new AccessForm(8, "(v128.store64_lane 1 (local.get 0) (i32x4.splat (local.get 1)))"));
    }

    private static AccessForm vector(int bytes, String value) {
        return new AccessForm(bytes, "(v128.store (i32.const 16) %s)".formatted(value));
    }
}
