// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.memory;

import java.util.List;

/** A module of {@link AccessFunction}s, in text format. Its functions {@code reset} and {@code show} are for who looks at its globals. */
final class AccessModule {

    private AccessModule() {
    }

    /**
     * @param grows     whether its memory can
     * @param functions their texts, all of twins or none
     */
    static String text(boolean grows, boolean isTwin, List<String> functions) {
        StringBuilder text = new StringBuilder("(module\n");
        text.append(isTwin ? "(import \"test\" \"log\" (func $log (param i32 i32) (result i32)))\n" : "");
        text.append("(memory (export \"memory\") 1 %d)%n".formatted(grows ? 2 : 1));
        StringBuilder globals = new StringBuilder();
        StringBuilder reset = new StringBuilder();
        for (int i = 0; i < AccessFunction.TYPES.size(); i++) {
            String type = AccessFunction.TYPES.get(i);
            String zero = type.equals("v128") ? "(v128.const i64x2 0 0)" : "(%s.const 0)".formatted(type);
            text.append("""
                    (global $TYPE (mut TYPE) ZERO)
                    (func $use_TYPE (export "use_TYPE") (param TYPE) (global.set $TYPE (local.get 0)))
                    (func $first_TYPE (param TYPE TYPE i32) (result TYPE) (select (local.get 0) (local.get 1) (local.get 2)))
                    """.replace("TYPE", type).replace("ZERO", zero));
            globals.append("(i64.store offset=%d (i32.const 0) %s)%n".formatted(AccessFunction.SINKS * 2 + Long.BYTES * i, asNumber(type)));
            reset.append("(global.set $%s %s)".formatted(type, zero));
        }
        return text.append("(func (export \"show\") ").append(globals).append(")\n(func (export \"reset\") ").append(reset).append(")\n")
                .append(String.join("", functions)).append(")").toString();
    }

    private static String asNumber(String type) {
        return switch (type) {
            case "i32" -> "(i64.extend_i32_u (global.get $i32))";
            case "f32" -> "(i64.extend_i32_u (i32.reinterpret_f32 (global.get $f32)))";
            case "f64" -> "(i64.reinterpret_f64 (global.get $f64))";
            case "v128" -> "(i64.xor (i64x2.extract_lane 0 (global.get $v128)) (i64.mul (i64.const 31) (i64x2.extract_lane 1 (global.get $v128))))";
            default -> "(global.get $i64)";
        };
    }
}
