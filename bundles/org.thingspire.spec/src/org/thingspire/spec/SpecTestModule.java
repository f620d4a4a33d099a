// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

import org.thingspire.aot.api.ExternType;
import org.thingspire.wasm.CoreSignature;
import org.thingspire.wasm.CoreType;

/** The host module that scripts import from (the suite's interpreter, host/spectest.ml). {@code driver/spectest.c} has its state. */
final class SpecTestModule {

    static final String NAME = "spectest";

    private static final Map<String, String> FUNCTIONS = Map.of("print", "", "print_i32", "i", "print_i64", "l", "print_f32", "f",
            "print_f64", "d", "print_i32_f32", "if", "print_f64_f64", "dd");
    private static final Map<String, CoreType> GLOBALS = Map.of("global_i32", CoreType.I32, "global_i64", CoreType.I64,
            "global_f32", CoreType.F32, "global_f64", CoreType.F64);

    private SpecTestModule() {
    }

    static Map<String, ExternType> exports() {
        Map<String, ExternType> exports = new HashMap<>();
        FUNCTIONS.forEach((name, parameters) -> exports.put(name, new ExternType.Function(CoreSignature.of(parameters, ""))));
        GLOBALS.forEach((name, type) -> exports.put(name, new ExternType.Global(type, false)));
        exports.put("table", new ExternType.Table(CoreType.FUNCREF, new ExternType.Limits(10, OptionalLong.of(20))));
        exports.put("memory", new ExternType.Memory(new ExternType.Limits(1, OptionalLong.of(2))));
        return exports;
    }

    /** The C name of a memory, table or global. */
    static String symbol(String name) {
        return NAME + "_" + name;
    }
}
