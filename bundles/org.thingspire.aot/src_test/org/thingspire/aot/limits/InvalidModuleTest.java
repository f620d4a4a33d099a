// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.testing.Sources;

class InvalidModuleTest {

    private static final CompileOptions OPTIONS = CompileOptions.named("broken");

    @TempDir
    private Path folder;

    @Test
    void pointsAtTheInstructionThatBreaksTheRule() throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module
                  (func $good (result i32) i32.const 1)
                  (func $bad (param i32)
                    local.get 0 if
                      i64.const 0x1234567 drop
                      f32.const 1 i32.eqz drop
                    end)
                  (func $worse i32.add))
                """, "--no-check", "--debug-names");

        InvalidModuleException refusal = refusal(wasm);

        int constant = find(wasm, 0x43, 0, 0, 0x80, 0x3f);
        assertThat(refusal.offset()).as("i32.eqz after f32.const").isEqualTo(constant + 5L);
        assertThat(refusal.place()).isEqualTo("function bad");
        assertThat(refusal.rule()).startsWith("type mismatch");
        assertThat(refusal).hasMessage("invalid WebAssembly at offset 0x%x (function bad): %s", refusal.offset(), refusal.rule());
    }

    @Test
    void pointsAtTheUseOfATableThatIsNotThere() throws Exception {
        byte[] wasm = new Sources(folder).wat("(module (table 1 funcref) (func (result i32) table.size 3))", "--no-check");

        InvalidModuleException refusal = refusal(wasm);

        assertThat(refusal.offset()).isEqualTo(find(wasm, 0xfc, 16, 3));
        assertThat(refusal.rule()).isEqualTo("unknown table");
    }

    @Test
    void pointsAtTheEndIfAFunctionStopsTooEarly() throws Exception {
        byte[] wasm = new Sources(folder).wat("(module (func (result i32) nop nop))", "--no-check");

        assertThat(refusal(wasm).offset()).isEqualTo(wasm.length - 1L);
    }

    @Test
    void namesTheSection() throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module (memory 1) (func) (global i32 (i32.const 7)) (export "a" (func 0)) (data (i64.const 0) "x"))""", "--no-check");

        InvalidModuleException refusal = refusal(wasm);

        assertThat(refusal.place()).isEqualTo("data section");
        assertThat(wasm[(int) refusal.offset()]).as("the section's number").isEqualTo((byte) 11);
    }

    @Test
    void refusesTwoExportsOfOneName() throws Exception {
        byte[] wasm = new Sources(folder).wat("(module (func) (export \"a\" (func 0)) (export \"a\" (func 0)))", "--no-check");

        assertThat(refusal(wasm)).hasMessageContaining("(export section): duplicate export name");
    }

    @Test
    void refusesExportNamesThatAreNoUtf8() throws Exception {
        byte[] wasm = new Sources(folder).wat("(module (func (export \"first\")) (func (export \"second\")))");
        int name = find(wasm, 's', 'e', 'c', 'o', 'n', 'd');
        wasm[name + 5] = (byte) 0xc3;

        InvalidModuleException refusal = refusal(wasm);

        assertThat(refusal).hasMessageContaining("(export section): malformed UTF-8 encoding");
        assertThat(refusal.offset()).isEqualTo(name);
    }

    @Test
    void refusesBlocksThatAreNotClosedAndCodeBehindTheEnd() {
        byte[] header = {0, 'a', 's', 'm', 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0};
        byte[] unclosed = {10, 6, 1, 4, 0, 0x02, 0x40, 0x0b};
        byte[] continued = {10, 6, 1, 4, 0, 0x0b, 0x01, 0x0b};

        assertThat(refusal(concatenate(header, unclosed))).hasMessageContaining("END opcode expected");
        assertThat(refusal(concatenate(header, continued)).offset()).isEqualTo(header.length + 6L);
    }

    @Test
    void refusesNumbersBehindAPrefixThatLeadToTheNextPrefix() {
        int[] vectorLoad = {0xfc, 0x80, 0x02, 0, 0};

        assertThat(refusal(onMemory(vectorLoad))).hasMessageContaining("illegal opcode");
    }

    @Test
    void refusesVectorLoadsWithAMemoryIndexOrALongLane() {
        int[] secondMemory = {0xfd, 0x00, 0x40, 0, 0};
        int[] longLane = {0xfd, 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xfd, 0x54, 0, 0, 0x81, 0};

        assertThat(refusal(onMemory(secondMemory))).hasMessageContaining("malformed memop flags");
        assertThat(refusal(onMemory(longLane))).hasMessageContaining("invalid lane index");
    }

    /** A module with a memory, and a function with an i32 parameter on which it does the instructions, whose result it drops. */
    private static byte[] onMemory(int... instructions) {
        int size = instructions.length + 5;
        IntStream header = IntStream.of(0, 'a', 's', 'm', 1, 0, 0, 0, 1, 5, 1, 0x60, 1, 0x7f, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1,
                10, size + 2, 1, size, 0, 0x20, 0);
        int[] module = Stream.of(header, IntStream.of(instructions), IntStream.of(0x1a, 0x0b)).flatMapToInt(part -> part).toArray();
        byte[] bytes = new byte[module.length];
        for (int i = 0; i < module.length; i++) {
            bytes[i] = (byte) module[i];
        }
        return bytes;
    }

    @Test
    void everyTruncationIsRefusedOrAModuleStill() throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module (import "a" "b" (func (param i32))) (memory 1) (table 2 funcref) (elem (i32.const 0) 0 1)
                  (global (mut i64) (i64.const 5)) (data (i32.const 3) "abc")
                  (func (export "f") (param i32) (result i32)
                    (block (loop (br_table 0 1 (local.get 0)))) (call 0 (local.get 0)) (i32.load (local.get 0))))
                """);
        int refused = 0;
        for (int length = 0; length < wasm.length; length++) {
            byte[] truncated = Arrays.copyOf(wasm, length);
            try {
                AotCompiler.compile(truncated, CodeTarget.CORTEX_M3, OPTIONS);
            } catch (InvalidModuleException e) {
                assertThat(e.offset()).isBetween(0L, (long) length);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(wasm.length / 2);
    }

    private static InvalidModuleException refusal(byte[] wasm) {
        return catchThrowableOfType(InvalidModuleException.class, () -> AotCompiler.compile(wasm, CodeTarget.CORTEX_M3, OPTIONS));
    }

    private static byte[] concatenate(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static int find(byte[] bytes, int... pattern) {
        for (int at = 0; at <= bytes.length - pattern.length; at++) {
            int length = 0;
            while (length < pattern.length && (bytes[at + length] & 0xff) == pattern[length]) {
                length++;
            }
            if (length == pattern.length) {
                return at;
            }
        }
        throw new AssertionError("pattern not found");
    }
}
