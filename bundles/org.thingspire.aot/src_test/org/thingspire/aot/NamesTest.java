// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Sources;

/** Functions may have any names; symbols are what the wiring expects, and trap reports say what the source says. */
class NamesTest {

    @TempDir
    private Path folder;

    @Test
    void functionsThatAreNamedLikeTheContractDoNotDisturbIt() throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module (memory 1)
                  (func $memory (result i32) i32.const 1)
                  (func $initialize (result i32) i32.const 2)
                  (func $export.sum (result i32) i32.const 3)
                  (func (export "sum") (result i32) (i32.add (call $memory) (i32.add (call $initialize) (call $export.sum)))))
                """, "--debug-names");

        String output = new NativeProgram(folder).run(wasm, CompileOptions.named("m"), """
                extern void initialize(void) __asm__("m.initialize");
                extern uint32_t sum(void) __asm__("m.export.sum");
                extern uint8_t memory[] __asm__("m.memory");
                int main(void) { initialize(); printf("%u %u", sum(), memory[0]); return 0; }
                """);

        assertThat(output).isEqualTo("6 0");
    }

    @Test
    void aFunctionWithoutLinesIsNamedInItsFile() throws Exception {
        byte[] wasm = new Sources(folder).wat("(module (func $stop (export \"stop\") unreachable))", "--debug-names");

        String place = placeOfTrap(wasm, CompileOptions.named("relay").withSourceName("relay.wat"));

        assertThat(place).isEqualTo("stop relay.wat:0");
    }

    @Test
    void aFunctionWithoutNameHasItsIndex() throws Exception {
        byte[] wasm = new Sources(folder).wat("(module (func) (func (export \"stop\") unreachable))");

        assertThat(placeOfTrap(wasm, CompileOptions.named("relay"))).isEqualTo("f1 relay.wasm:0");
    }

    private String placeOfTrap(byte[] wasm, CompileOptions options) throws Exception {
        NativeProgram program = new NativeProgram(folder);
        String address = program.run(wasm, options, """
                extern void stop(void) __asm__("relay.export.stop");
                int main(void) { int kind = trapped(stop); printf("0x%lx", (unsigned long)trap_address); return kind != 1; }
                """);
        return program.position(address);
    }
}
