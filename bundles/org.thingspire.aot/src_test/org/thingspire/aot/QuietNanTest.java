// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Sources;

/** Arithmetic makes signaling NaNs quiet (specification 4.3.3), also where it could be left out but for that. */
class QuietNanTest {

    private static final String SIGNALING_32 = "0x7fa00000";
    private static final String SIGNALING_64 = "0x7ff4000000000000";

    @TempDir
    private Path folder;

    /** x is the local 0. */
    private static final List<String> EXPRESSIONS = List.of(
            "(f32.mul (local.get 0) (f32.const 1))", "(f32.mul (f32.const -1) (local.get 0))",
            "(f32.div (local.get 0) (f32.const 1))", "(f32.div (local.get 0) (f32.const -1))",
            "(f32.add (local.get 0) (f32.const -0))", "(f32.add (f32.const 0) (f32.abs (local.get 0)))",
            "(f32.sub (local.get 0) (f32.const 0))", "(f32.sub (f32.const -0) (local.get 0))",
            "(f32.sub (f32.abs (local.get 0)) (f32.const -0))", "(f32.sub (f32.const -0) (f32.sub (f32.const -0) (local.get 0)))",
            "(f32.mul (f32.mul (local.get 0) (f32.const 0.5)) (f32.const 2))",
            "(f32.mul (local.get 0) (select (f32.const 1) (f32.const -1) (local.get 2)))",
            "(f32.mul (local.get 0) (select (f32.const 1) (f32.const 3) (local.get 2)))",
            "(f32.mul (local.get 0) (f32.convert_i32_s (i32.const 1)))", "(f32.mul (local.get 0) (f32.add (f32.const 0.5) (f32.const 0.5)))",
            "(f32.add (local.get 0) (local.get 0))", "(f32.sub (local.get 0) (local.get 0))",
            "(f32.mul (local.get 0) (f32.const 0))", "(f32.mul (local.get 0) (local.get 0))",
            "(f32.div (local.get 0) (local.get 0))", "(f32.div (f32.const 0) (local.get 0))",
            "(f32.neg (f32.mul (f32.neg (local.get 0)) (f32.const 1)))",
            "(f32.demote_f64 (f64.promote_f32 (local.get 0)))", "(f32.demote_f64 (f64.neg (f64.promote_f32 (local.get 0))))",
            "(f32.demote_f64 (f64.abs (f64.promote_f32 (local.get 0))))",
            "(f32.demote_f64 (f64.mul (f64.promote_f32 (local.get 0)) (f64.const 1)))",
            "(f32.demote_f64 (f64.mul (local.get 1) (f64.const 1)))", "(f32.demote_f64 (f64.add (local.get 1) (f64.const -0)))",
            "(f32.min (local.get 0) (f32.const inf))", "(f32.max (f32.const -inf) (local.get 0))", "(f32.sqrt (local.get 0))",
            "(f32.ceil (local.get 0))", "(f32.floor (local.get 0))", "(f32.trunc (local.get 0))", "(f32.nearest (local.get 0))",
            "(f32x4.extract_lane 1 (f32x4.mul (f32x4.splat (local.get 0)) (v128.const f32x4 1 1 1 1)))",
            "(f32x4.extract_lane 1 (f32x4.mul (f32x4.splat (local.get 0)) (v128.const f32x4 0 1 2 3)))",
            "(f32x4.extract_lane 0 (f32x4.sub (f32x4.splat (local.get 0)) (v128.const f32x4 0 1 2 3)))",
            "(f32x4.extract_lane 0 (f32x4.demote_f64x2_zero (f64x2.promote_low_f32x4 (f32x4.splat (local.get 0)))))");

    @Test
    void everyOperationMakesThemQuietAtEveryLevel() throws Exception {
        StringBuilder wat = new StringBuilder("(module\n");
        StringBuilder c = new StringBuilder("extern void initialize(void) __asm__(\"m.initialize\");\n");
        for (int i = 0; i < EXPRESSIONS.size(); i++) {
            wat.append("""
                    (func (export "f%d") (param i32 i64 i32) (result i32) (local f32 f64 i32)
                      (i32.reinterpret_f32 (call $f%d (f32.reinterpret_i32 (local.get 0)) (f64.reinterpret_i64 (local.get 1)) (local.get 2))))
                    (func $f%d (param f32 f64 i32) (result f32) %s)
                    """.formatted(i, i, i, EXPRESSIONS.get(i)));
            c.append("extern uint32_t f%d(uint32_t, uint64_t, uint32_t) __asm__(\"m.export.f%d\");%n".formatted(i, i));
        }
        wat.append(')');
        c.append("int main(void) { initialize(); uint32_t bits;\n");
        for (int i = 0; i < EXPRESSIONS.size(); i++) {
            c.append("bits = f%d(%s, %s, 1); printf(\"%%d \", (bits & 0x7fc00000) == 0x7fc00000);%n".formatted(i, SIGNALING_32, SIGNALING_64));
        }
        c.append("return 0; }\n");
        byte[] wasm = new Sources(folder).wat(wat.toString());
        String allQuiet = EXPRESSIONS.stream().map(expression -> "1").collect(Collectors.joining(" "));

        for (Optimization level : Optimization.values()) {
            String output = new NativeProgram(folder).run(wasm, CompileOptions.named("m").with(level), c.toString());
            assertThat(output.strip()).as("at %s", level).isEqualTo(allQuiet);
        }
    }

    @Test
    void whatIsOneOnlyInTheFirstRoundOfALoopMakesThemQuiet() throws Exception {
        byte[] wasm = new Sources(folder).c("rounds.c", """
                static float in[8], out[8];
                __attribute__((export_name("set"))) void set(int bits) { for (int i = 0; i < 8; i++) { ((volatile int *)in)[i] = bits; } }
                __attribute__((export_name("scale"))) void scale(void) { for (int i = 0; i < 8; i++) { out[i] = (float)i * in[i]; } }
                __attribute__((export_name("product"))) void product(int n) {
                    float all = 1;
                    for (int i = 0; i < n; i++) { all *= in[i]; out[i] = all; }
                }
                __attribute__((export_name("get"))) int get(int i) { return ((volatile int *)out)[i]; }
                """, "-O1");
        for (Optimization level : Optimization.values()) {
            String output = new NativeProgram(folder).run(wasm, CompileOptions.named("m").with(level), """
                    extern void initialize(void) __asm__("m.initialize");
                    extern void set(uint32_t) __asm__("m.export.set");
                    extern void scale(void) __asm__("m.export.scale");
                    extern void product(uint32_t) __asm__("m.export.product");
                    extern uint32_t get(uint32_t) __asm__("m.export.get");
                    static void show(int count) {
                        for (int i = 0; i < count; i++) { printf("%d", (get(i) & 0x7fc00000) == 0x7fc00000); }
                    }
                    int main(void) {
                        initialize();
                        set(0x7fa00000);
                        scale(); show(8);
                        product(3); show(3);
                        return 0;
                    }
                    """);
            assertThat(output).as("at %s", level).isEqualTo("11111111" + "111");
        }
    }
}
