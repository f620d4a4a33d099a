// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.testing.CodeTargets;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Sources;

import run.endive.wasm.Parser;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** Vectors where the official suite doesn't look: processors that have none, and the border to C. */
class VectorTest {

    private static final int PREFIX = 0xfd;

    @TempDir
    private Path folder;

    static Stream<CodeTarget> processors() {
        return Stream.concat(CodeTargets.ALL.stream(), Stream.of(new CodeTarget("thumbv8m.base-none-eabi", "cortex-m23", ""),
                new CodeTarget("x86_64-unknown-linux-gnu", "x86-64", ""), new CodeTarget("x86_64-unknown-linux-gnu", "x86-64-v4", "")));
    }

    @ParameterizedTest
    @MethodSource("processors")
    void everyProcessorGetsCodeForEveryInstruction(CodeTarget target) throws Exception {
        byte[] wasm = new Sources(folder).wat(EveryVectorInstruction.module());

        for (Optimization level : List.of(Optimization.O0, Optimization.O2, Optimization.Os)) {
            byte[] object = AotCompiler.compile(wasm, target, CompileOptions.named("all").with(level)).object();
            assertThat(object).as("at %s", level).startsWith(0x7f, 'E', 'L', 'F');
        }
    }

    @Test
    void theModuleOfAllInstructionsHasThemAll() throws Exception {
        byte[] wasm = new Sources(folder).wat(EveryVectorInstruction.module());

        Set<OpCode> used = Stream.of(Parser.parse(wasm).codeSection().functionBodies()).flatMap(body -> body.instructions().stream())
                .map(Instruction::opcode).collect(Collectors.toSet());

        assertThat(used).containsAll(Stream.of(OpCode.values()).filter(opcode -> opcode.opcode() >> Byte.SIZE == PREFIX).toList());
    }

    @Test
    void oneFunctionInCMayUseVectors() throws Exception {
        byte[] wasm = new Sources(folder).c("dot.c", """
                #include <wasm_simd128.h>
                __attribute__((target("simd128"), export_name("dot"))) int dot(short a, short b) {
                    v128_t product = wasm_i32x4_dot_i16x8(wasm_i16x8_splat(a), wasm_i16x8_make(b, 1, 2, 3, 4, 5, 6, 7));
                    return wasm_i32x4_extract_lane(product, 0) - wasm_i32x4_extract_lane(product, 3);
                }
                """, "-mcpu=mvp", "-O2", "-ffreestanding");

        String output = new NativeProgram(folder).run(wasm, CompileOptions.named("m"), """
                extern uint32_t dot(uint32_t, uint32_t) __asm__("m.export.dot");
                int main(void) { printf("%d", (int)dot(3, (uint32_t)-100)); return 0; }
                """);

        assertThat(output).isEqualTo(String.valueOf(3 * (-100 + 1) - 3 * (6 + 7)));
    }

    @Test
    void vectorsCrossTheBorderToCAsStructs() throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module
                  (import "c" "swap" (func $swap (param v128) (result v128)))
                  (import "c" "split" (func $split (param i32 v128) (result i64 v128 i32)))
                  (func (export "twice") (param v128) (result v128) (i32x4.add (local.get 0) (local.get 0)))
                  (func (export "swapped") (param v128) (result v128) (call $swap (local.get 0)))
                  (func (export "sides") (param i32 v128) (result i64 v128 i32) (call $split (local.get 0) (local.get 1))))
                """);

        String output = new NativeProgram(folder).run(wasm, CompileOptions.named("m"), """
                typedef struct { uint64_t half[2]; } v128;
                typedef struct { v128 v; } one;
                typedef struct { uint64_t l; v128 v; uint32_t i; } three;
                extern void twice(one *, const v128 *) __asm__("m.export.twice");
                extern void swapped(one *, const v128 *) __asm__("m.export.swapped");
                extern void sides(three *, uint32_t, const v128 *) __asm__("m.export.sides");
                void swap(one *result, const v128 *a) __asm__("m.import.c.swap");
                void swap(one *result, const v128 *a) { result->v = (v128){{ a->half[1], a->half[0] }}; }
                void split(three *result, uint32_t i, const v128 *a) __asm__("m.import.c.split");
                void split(three *result, uint32_t i, const v128 *a) { *result = (three){ a->half[0], *a, i + 1 }; }
                int main(void) {
                    const v128 argument = {{ 0x0000000200000001, 0x8000000300000004 }};
                    one r;
                    three t;
                    twice(&r, &argument);
                    printf("%llx %llx | ", (unsigned long long)r.v.half[0], (unsigned long long)r.v.half[1]);
                    swapped(&r, &argument);
                    printf("%llx %llx | ", (unsigned long long)r.v.half[0], (unsigned long long)r.v.half[1]);
                    sides(&t, 5, &argument);
                    printf("%llx %llx %llx %u", (unsigned long long)t.l, (unsigned long long)t.v.half[0],
                           (unsigned long long)t.v.half[1], t.i);
                }
                """);

        assertThat(output).isEqualTo("400000002 600000008 | 8000000300000004 200000001 | 200000001 200000001 8000000300000004 6");
    }
}
