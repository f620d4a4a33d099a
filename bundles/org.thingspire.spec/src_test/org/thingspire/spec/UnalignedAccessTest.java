// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.builder.toolchain.ProgramPaths;

/** An access may be at any address, whatever alignment it hints at, and the compiler trusts the hints on Cortex-M. */
@Tag("qemu")
class UnalignedAccessTest {

    /** Everything hints at natural alignment. What is next to each other becomes one instruction for several words. */
    private static final String MODULE = """
            (module (memory (export "memory") 1)
              (func (export "words") (param $from i32) (param $to i32)
                (local $a i32) (local $b i32) (local $c i32)
                (local.set $a (i32.load (local.get $from)))
                (local.set $b (i32.load offset=4 (local.get $from)))
                (local.set $c (i32.load offset=8 (local.get $from)))
                (i32.store (local.get $to) (local.get $a))
                (i32.store offset=4 (local.get $to) (local.get $b))
                (i32.store offset=8 (local.get $to) (local.get $c))
                (i64.store offset=12 (local.get $to) (i64.load offset=12 (local.get $from))))
              (func (export "floats") (param $from i32) (param $to i32)
                (f32.store (local.get $to) (f32.neg (f32.load (local.get $from))))
                (f32.store offset=4 (local.get $to) (f32.neg (f32.load offset=4 (local.get $from))))
                (f32.store offset=8 (local.get $to) (f32.neg (f32.load offset=8 (local.get $from)))))
              (func (export "doubles") (param $from i32) (param $to i32)
                (f64.store (local.get $to) (f64.neg (f64.load (local.get $from))))
                (f64.store offset=8 (local.get $to) (f64.neg (f64.load offset=8 (local.get $from)))))
              (func (export "vectors") (param $from i32) (param $to i32)
                (v128.store (local.get $to) (v128.not (v128.load (local.get $from))))))
            """;

    /** Does each from and to eight neighboring addresses, beside C that takes byte by byte. */
    private static final String MAIN = """
            #include "spec.h"
            extern uint8_t memory[] __asm__("m.memory");
            void words(uint32_t from, uint32_t to) __asm__("m.export.words");
            void floats(uint32_t from, uint32_t to) __asm__("m.export.floats");
            void doubles(uint32_t from, uint32_t to) __asm__("m.export.doubles");
            void vectors(uint32_t from, uint32_t to) __asm__("m.export.vectors");
            enum { FROM = 8, TO = 40, SIZE = 80 };
            static uint8_t expected[SIZE];
            static uint32_t from, to;
            static void (*function)(uint32_t, uint32_t);
            static void call(void) { function(from, to); }
            static void test(const char *name, void (*f)(uint32_t, uint32_t), int bytes, int flipped, int every) {
                int wrong = 0;
                function = f;
                for (from = FROM; from < FROM + 8; from++) {
                    for (to = TO; to < TO + 8; to++) {
                        for (int i = 0; i < SIZE; i++) {
                            expected[i] = memory[i] = (uint8_t)(i * 5 + 1);
                        }
                        for (int i = 0; i < bytes; i++) {
                            expected[to + i] = (uint8_t)(memory[from + i] ^ (i % every == every - 1 ? flipped : 0));
                        }
                        int kind = spec_catch(call);
                        for (int i = 0; i < SIZE; i++) {
                            kind |= memory[i] ^ expected[i];
                        }
                        wrong += kind != 0;
                    }
                }
                spec_write(name);
                spec_write(wrong == 0 ? " right\\n" : " WRONG\\n");
            }
            void spec_main(void) {
                test("words", words, 20, 0, 1);
                test("floats", floats, 12, 0x80, 4);
                test("doubles", doubles, 16, 0x80, 8);
                test("vectors", vectors, 16, 0xff, 1);
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mps2-an385", "mps2-an386", "mps2-an500", "mps2-an505", "linux-x86_64"})
    void everyAddressGivesTheSameBytes(String board) throws IOException, InterruptedException, CompileException {
        Machine machine = TestMachines.machine(board, folder);
        Path text = Files.writeString(folder.resolve("m.wat"), MODULE);
        Path module = folder.resolve("m.wasm");
        Command.of(ProgramPaths.ON_PATH.require(ExternalProgram.WAT2WASM)).add(text, "-o", module).in(folder).run();
        Path main = machine.compile(Files.writeString(folder.resolve("main.c"), MAIN), folder.resolve("main.o"), "-O1");

        for (Optimization optimization : List.of(Optimization.O0, Optimization.O2, Optimization.Os)) {
            CompileOptions options = CompileOptions.named("m").with(optimization);
            byte[] object = AotCompiler.compile(Files.readAllBytes(module), machine.target(), options).object();

            String output = machine.run(folder, List.of(main, Files.write(folder.resolve("m.o"), object)));

            assertThat(output).as("at %s", optimization).isEqualTo("words right\nfloats right\ndoubles right\nvectors right\n");
        }
    }
}
