// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.testing.CodeTargets;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Sources;

class TailCallTest {

    /** A million calls deep, with more arguments than fit in any processor's registers. */
    private static final String COUNTDOWN = """
            (module
              (type $f (func (param i64 i64 i64 i64 i64 f64 f64 i32) (result i64)))
              (table funcref (elem $even $odd))
              (func $even (export "even") (type $f)
                (if (result i64) (i64.eqz (local.get 0)) (then (local.get 2))
                  (else (return_call $odd (i64.sub (local.get 0) (i64.const 1)) (local.get 2) (local.get 1) (local.get 4) (local.get 3)
                    (local.get 6) (local.get 5) (local.get 7)))))
              (func $odd (type $f)
                (if (result i64) (i64.eqz (local.get 0)) (then (i64.const -1))
                  (else (return_call_indirect (type $f) (i64.sub (local.get 0) (i64.const 1)) (local.get 2) (local.get 1) (local.get 4)
                    (local.get 3) (local.get 6) (local.get 5) (local.get 7) (i32.const 0))))))
            """;

    private static final String SEVERAL_RESULTS = """
            (module
              (type $f (func (param i32) (result i64 i64 i64 i64 i64 f64 f64 i32)))
              (func $a (export "a") (type $f) (return_call $b (local.get 0)))
              (func $b (type $f) (return_call $a (local.get 0))))
            """;

    @TempDir
    private Path folder;

    @Test
    void takeNoStackWithoutOptimization() throws Exception {
        assertThat(countdown(Optimization.O0)).isEqualTo("2");
    }

    @Test
    void takeNoStackWithOptimization() throws Exception {
        assertThat(countdown(Optimization.O2)).isEqualTo("2");
    }

    @Test
    void compileForEveryProcessor() throws Exception {
        for (String module : List.of(COUNTDOWN, SEVERAL_RESULTS)) {
            byte[] wasm = new Sources(folder).wat(module, "--enable-tail-call");
            for (CodeTarget target : CodeTargets.ALL) {
                assertThat(AotCompiler.compile(wasm, target, CompileOptions.named("m").with(Optimization.O0)).object())
                        .as(target.toString()).isNotEmpty();
            }
        }
    }

    private String countdown(Optimization optimization) throws Exception {
        byte[] wasm = new Sources(folder).wat(COUNTDOWN, "--enable-tail-call");
        return new NativeProgram(folder).run(wasm, CompileOptions.named("m").with(optimization), """
                extern uint64_t even(uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, double, double, uint32_t) __asm__("m.export.even");
                int main(void) {
                    printf("%d", (int)even(1000000, 1, 2, 3, 4, 5, 6, 7));
                    return 0;
                }
                """);
    }
}
