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
import org.junit.jupiter.params.provider.EnumSource;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.builder.toolchain.ProgramPaths;

/** A shift of 64 bits by nothing, where only the code generator sees that it is nothing. */
@Tag("qemu")
class WideShiftTest {

    /** Of the byte that is the count, {@code andnot} leaves nothing. */
    private static final String MODULE = """
            (module (memory (export "memory") 1)
              (func (export "all") (param $from i32) (param $to i32)
                (i64.store align=1 (local.get $to) (i64.shl (i64.load align=1 (local.get $from)) WIDE_ZERO))
                (i64.store offset=8 align=1 (local.get $to) (i64.shr_u (i64.load align=1 (local.get $from)) WIDE_ZERO))
                (i64.store offset=16 align=1 (local.get $to) (i64.shr_s (i64.load align=1 (local.get $from)) WIDE_ZERO))
                (i64.store offset=24 align=1 (local.get $to) (i64.rotl (i64.load align=1 (local.get $from)) WIDE_ZERO))
                (i64.store offset=32 align=1 (local.get $to) (i64.rotr (i64.load align=1 (local.get $from)) WIDE_ZERO))
                (v128.store offset=40 align=1 (local.get $to) (i64x2.shl (v128.load align=1 (local.get $from)) ZERO))
                (v128.store offset=56 align=1 (local.get $to) (i64x2.shr_u (v128.load align=1 (local.get $from)) ZERO))
                (v128.store offset=72 align=1 (local.get $to) (i64x2.shr_s (v128.load align=1 (local.get $from)) ZERO))))
            """.replace("WIDE_ZERO", "(i64.extend_i32_u ZERO)").replace("ZERO", """
            (i8x16.extract_lane_u 7 (v128.andnot (v128.load align=1 (i32.const 64))
              (i16x8.extend_high_i8x16_s (v128.const i64x2 0 0x8080808080808080))))""");

    private static final String MAIN = """
            #include "spec.h"
            extern uint8_t memory[] __asm__("m.memory");
            void all(uint32_t from, uint32_t to) __asm__("m.export.all");
            enum { FROM = 128, TO = 256, RESULTS = 11 };
            static void call(void) { all(FROM, TO); }
            void spec_main(void) {
                for (int i = 0; i < 16; i++) {
                    memory[FROM + i] = (uint8_t)(0x81 + i % 8 * 7);
                }
                int wrong = spec_catch(call);
                for (int i = 0; i < 8 * RESULTS; i++) {
                    wrong |= memory[TO + i] ^ memory[FROM + i % 8];
                }
                spec_write(wrong == 0 ? "right\\n" : "WRONG\\n");
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Optimization.class)
    void leavesTheValueOnCortexM(Optimization optimization) throws IOException, InterruptedException, CompileException {
        Machine machine = TestMachines.machine("mps2-an385", folder);
        Path text = Files.writeString(folder.resolve("m.wat"), MODULE);
        Path module = folder.resolve("m.wasm");
        Command.of(ProgramPaths.ON_PATH.require(ExternalProgram.WAT2WASM)).add(text, "-o", module).in(folder).run();
        Path main = machine.compile(Files.writeString(folder.resolve("main.c"), MAIN), folder.resolve("main.o"), "-O1");
        byte[] object = AotCompiler.compile(Files.readAllBytes(module), machine.target(), CompileOptions.named("m").with(optimization))
                .object();

        assertThat(machine.run(folder, List.of(main, Files.write(folder.resolve("m.o"), object)))).isEqualTo("right\n");
    }
}
