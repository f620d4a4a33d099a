// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.memory;

import java.util.List;

/** What an {@link AccessFunction} does with memory and with what it has loaded. An access is {@code instruction:bytes}. */
final class AccessOperator {

    static final List<String> LANE_LOADS = List.of("v128.load8_lane 3:1", "v128.load16_lane 2:2", "v128.load32_lane 0:4",
            "v128.load32_lane 3:4", "v128.load64_lane 1:8");

    private static final String MASK = "(i32x4.lt_s (i32x4.splat (local.get $d)) (v128.const i32x4 2 9 4 -1))";

    private AccessOperator() {
    }

    /** Those of all bytes of the type more often. */
    static List<String> loads(String type) {
        return switch (type) {
            case "i32" -> List.of("i32.load:4", "i32.load:4", "i32.load8_u:1", "i32.load8_s:1", "i32.load16_u:2", "i32.load16_s:2");
            case "i64" -> List.of("i64.load:8", "i64.load:8", "i64.load8_u:1", "i64.load8_s:1", "i64.load16_u:2", "i64.load16_s:2",
                    "i64.load32_u:4", "i64.load32_s:4");
            case "f32" -> List.of("f32.load:4");
            case "f64" -> List.of("f64.load:8");
            default -> List.of("v128.load:16", "v128.load:16", "v128.load:16", "v128.load8x8_s:8", "v128.load8x8_u:8", "v128.load16x4_s:8",
                    "v128.load16x4_u:8", "v128.load32x2_s:8", "v128.load32x2_u:8", "v128.load8_splat:1", "v128.load16_splat:2",
                    "v128.load32_splat:4", "v128.load64_splat:8", "v128.load32_zero:4", "v128.load64_zero:8");
        };
    }

    static List<String> stores(String type) {
        return switch (type) {
            case "i32" -> List.of("i32.store:4", "i32.store:4", "i32.store8:1", "i32.store16:2");
            case "i64" -> List.of("i64.store:8", "i64.store:8", "i64.store8:1", "i64.store16:2", "i64.store32:4");
            case "f32" -> List.of("f32.store:4");
            case "f64" -> List.of("f64.store:8");
            default -> List.of("v128.store:16", "v128.store:16", "v128.store8_lane 7:1", "v128.store16_lane 5:2", "v128.store32_lane 2:4",
                    "v128.store64_lane 1:8");
        };
    }

    /** Of what is loaded ({@code LOAD}), another value ({@code OTHER}), and 0 or 1 ({@code TRUTH}). None depends on the bits of a NaN. */
    static List<String> operations(String type) {
        return switch (type) {
            case "f32" -> List.of("(f32.neg LOAD)", "(f32.convert_i32_s (i32.reinterpret_f32 LOAD))", "(f32.copysign OTHER LOAD)");
            case "f64" -> List.of("(f64.neg LOAD)", "(f64.convert_i64_s (i64.reinterpret_f64 LOAD))", "(f64.copysign LOAD OTHER)");
            case "v128" -> VECTOR_OPERATIONS;
            default -> List.of("(TYPE.and LOAD (TYPE.sub (TYPE.const 0) TRUTH))", "(TYPE.mul LOAD TRUTH)", "(TYPE.mul TRUTH LOAD)",
                    "(TYPE.and LOAD (TYPE.const 255))", "(TYPE.shr_u LOAD (TYPE.const 24))", "(TYPE.shl LOAD (TYPE.const 31))",
                    "(TYPE.and LOAD (TYPE.const 0))", "(TYPE.or LOAD (TYPE.const -1))", "(TYPE.add LOAD OTHER)", "(TYPE.xor OTHER LOAD)",
                    "(TYPE.rotl LOAD (TYPE.const 8))", "(TYPE.popcnt LOAD)", "(TYPE.ctz LOAD)");
        };
    }

    private static final List<String> VECTOR_OPERATIONS = List.of("(i16x8.extend_low_i8x16_s LOAD)", "(i16x8.extend_high_i8x16_u LOAD)",
            "(i32x4.extend_low_i16x8_u LOAD)", "(i64x2.extend_low_i32x4_s LOAD)", "(f64x2.convert_low_i32x4_s LOAD)",
            "(i8x16.shuffle 0 1 2 3 0 1 2 3 0 1 2 3 0 1 2 3 LOAD OTHER)", "(i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 LOAD OTHER)",
            "(v128.and LOAD MASK)", "(v128.bitselect LOAD OTHER MASK)", "(v128.bitselect OTHER LOAD MASK)",
            "(v128.bitselect (i32x4.add LOAD OTHER) OTHER MASK)", "(i32x4.add OTHER LOAD)", "(i8x16.swizzle OTHER LOAD)",
            "(i32x4.splat (i32x4.extract_lane 1 LOAD))", "(i64x2.splat (i64x2.extract_lane 0 LOAD))", "(i32x4.shl LOAD (local.get $d))",
            "(v128.andnot MASK LOAD)", "(f32x4.neg LOAD)").stream().map(text -> text.replace("MASK", MASK)).toList();

    /** A global, and what of {@code VALUE} goes into it. */
    static List<String> parts(String type) {
        return switch (type) {
            case "i32" -> List.of("i32 (i32.eqz VALUE)");
            case "i64" -> List.of("i32 (i32.wrap_i64 (i64.shr_u VALUE (i64.const 32)))");
            case "f32" -> List.of("i32 (f32.lt VALUE (f32.const 0.5))");
            case "f64" -> List.of("i32 (f64.lt VALUE (f64.const 0.5))");
            default -> List.of("i32 (i32x4.extract_lane 3 VALUE)", "i32 (i8x16.extract_lane_u 5 VALUE)", "i32 (v128.any_true VALUE)",
                    "i32 (i32x4.bitmask VALUE)", "i64 (i64x2.extract_lane 1 VALUE)", "f32 (f32x4.extract_lane 0 VALUE)");
        };
    }
}
