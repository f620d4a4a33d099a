// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.testing.CodeTargets;
import org.thingspire.aot.testing.Sources;

/** One translator, code for all processors. */
class ProcessorTest {

    /** Whatever may be lowered in a way of its own: 64-bit and float arithmetic, checks, indirect calls, vectors, bulk memory. */
    private static final String MODULE = """
            (module
              (import "env" "host" (func $host (param i32 f64) (result f32)))
              (memory (export "memory") 1 2)
              (table 3 10 funcref)
              (elem (i32.const 0) $sum $divide)
              (type $binary (func (param i64 i64) (result i64)))
              (global $count (mut i64) (i64.const 0))
              (func $sum (type $binary) (i64.add (local.get 0) (local.get 1)))
              (func $divide (type $binary) (i64.div_s (local.get 0) (local.get 1)))
              (func (export "choose") (param i32 i64 i64) (result i64)
                (global.set $count (i64.add (global.get $count) (i64.const 1)))
                (call_indirect (type $binary) (local.get 1) (local.get 2) (local.get 0)))
              (func (export "float") (param f32 f64) (result i32)
                (i32.trunc_f64_s (f64.sqrt (f64.mul (local.get 1)
                  (f64.promote_f32 (f32.add (local.get 0) (call $host (i32.const 7) (local.get 1))))))))
              (func (export "lanes") (param i32) (result v128)
                (f32x4.add (v128.load (local.get 0)) (i32x4.splat (local.get 0))))
              (func (export "both") (param i32) (result i32 i64) (i32.rotl (local.get 0) (i32.const 3)) (i64.clz (global.get $count)))
              (func (export "put") (param i32) (param externref) (result i32)
                (drop (table.grow 0 (ref.func $sum) (i32.const 1)))
                (memory.fill (local.get 0) (i32.const 1) (i32.const 9))
                (i32.add (memory.grow (i32.const 1)) (ref.is_null (local.get 1)))))
            """;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyProcessorGetsCodeAtEveryLevel() throws Exception {
        byte[] wasm = new Sources(folder).wat(MODULE);
        return CodeTargets.ALL.stream().flatMap(target -> Stream.of(Optimization.values())
                .map(level -> DynamicTest.dynamicTest(target.cpu() + " -" + level, () -> compiles(wasm, target, level))));
    }

    private static void compiles(byte[] wasm, CodeTarget target, Optimization level) throws CompileException {
        byte[] object = AotCompiler.compile(wasm, target, CompileOptions.named("m").with(level)).object();

        ByteBuffer elf = ByteBuffer.wrap(object).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(elf.getInt(0)).as("ELF's magic number").isEqualTo(0x464c457f);
        assertThat((int) elf.getShort(18)).as("ELF's number of the processor").isEqualTo(machine(target.triple()));
    }

    /** {@code e_machine} of the ELF header. */
    private static int machine(String triple) {
        return switch (triple.substring(0, triple.indexOf('-')).replaceFirst("^thumb.*", "thumb")) {
            case "thumb" -> 40;
            case "x86_64" -> 62;
            case "aarch64" -> 183;
            case "riscv32" -> 243;
            default -> throw new IllegalArgumentException(triple);
        };
    }
}
