// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.api.InvalidModuleException;
import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.aot.api.UnsupportedModuleException;
import org.thingspire.aot.testing.Sources;
import org.thingspire.wasm.CoreSignature;

class ModuleInterfaceTest {

    @TempDir
    private Path folder;

    @Test
    void tellsTheFunctionsThatCrossTheBorder() throws Exception {
        byte[] wasm = new Sources(folder).c("control.c", """
                __attribute__((import_module("climate/probe"), import_name("read"))) float probe(int channel);
                __attribute__((import_module("climate/history"), import_name("record"))) void record(double value, long long at);
                __attribute__((export_name("climate/control#update"))) int update(void) { record(probe(1), 2); return 3; }
                """);

        ModuleInterface face = ModuleReader.interfaceOf(wasm);

        assertThat(face.imports()).containsExactly(
                new ModuleInterface.Import("climate/probe", "read", CoreSignature.of("i", "f")),
                new ModuleInterface.Import("climate/history", "record", CoreSignature.of("dl", "")));
        assertThat(face.exports()).containsExactly(
                new ModuleInterface.Export("climate/control#update", CoreSignature.of("", "i")));
    }

    @Test
    void tellsWhereDataAndStackEnd() throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module (memory (export "memory") 2 5)
                  (global $sp (export "__stack_pointer") (mut i32) (i32.const 4096))
                  (global (export "__heap_base") i32 (i32.const 5000))
                  (data (i32.const 4096) "12345678") (data (i32.const 16) "x"))
                """);

        ModuleInterface face = ModuleReader.interfaceOf(wasm);

        assertThat(face.memory()).isEqualTo(Optional.of(new ModuleInterface.Memory(2, OptionalInt.of(5))));
        assertThat(face.dataEnd()).isEqualTo(4104);
        assertThat(face.stackPointer()).hasValue(4096);
        assertThat(face.heapBase()).hasValue(5000);
    }

    @Test
    void aModuleWithoutAnythingIsFine() throws Exception {
        ModuleInterface face = ModuleReader.interfaceOf(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});

        assertThat(face.imports()).isEmpty();
        assertThat(face.exports()).isEmpty();
        assertThat(face.memory()).isEmpty();
        assertThat(face.dataEnd()).isZero();
    }

    @Test
    void refusesWhatIsNoModule() {
        assertThatThrownBy(() -> ModuleReader.interfaceOf("<html>".getBytes()))
                .isInstanceOf(InvalidModuleException.class).hasMessageContaining("magic header");
    }

    @Test
    void vectorsPassAndReferencesDont() throws Exception {
        byte[] vectors = new Sources(folder).wat("(module (func (export \"f\") (param v128) (result v128 i32) unreachable))");
        assertThat(ModuleReader.interfaceOf(vectors).exports()).containsExactly(new ModuleInterface.Export("f", CoreSignature.of("v", "vi")));

        byte[] references = new Sources(folder).wat("(module (func (export \"keep\") (param i32 externref)))");
        assertThatThrownBy(() -> ModuleReader.interfaceOf(references)).isInstanceOf(UnsupportedModuleException.class)
                .hasMessageContaining("function keep takes or returns references");
    }

    @Test
    void aSharedMemoryIsNothingForAnApplication() throws Exception {
        byte[] wasm = new Sources(folder).wat("(module (import \"env\" \"memory\" (memory 1)))");
        assertThatThrownBy(() -> ModuleReader.interfaceOf(wasm)).isInstanceOf(UnsupportedModuleException.class)
                .hasMessageContaining("the module imports a memory, env.memory");
    }
}
