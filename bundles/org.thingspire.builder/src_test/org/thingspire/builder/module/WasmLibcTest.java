// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.aot.ModuleReader;
import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.toolchain.MissingPackageException;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.TopologyFactory;

/** Modules with the C library, without it, and where it is not installed. */
class WasmLibcTest {

    private static final int HEADER_BYTES = 8;
    private static final byte CUSTOM_SECTION = 0;
    private static final Path RUNTIME = Path.of(System.getProperty("thingspire.home"), "runtime");

    @TempDir
    private Path project;

    private byte[] build(String source, Profile profile, Optional<WasmLibc> libc) throws Exception {
        Files.writeString(project.resolve("m.c"), source);
        Module module = TopologyFactory.eINSTANCE.createModule();
        module.setName("m");
        module.setSource("m.c");
        Path output = project.resolve("build");
        WasmModule wasm = ModuleBuilder.create(new Installation(RUNTIME, LlvmTools.bundled()), libc, project, output,
                new Bindings(project.resolve("bindings")), profile, Progress.NONE).build(module, MemoryBudget.NONE);
        return Files.readAllBytes(wasm.wasm());
    }

    /** All but custom sections: debug information says in which header a type stands, and the C library has a stdint.h of its own. */
    private static byte[] withoutDebugInformation(byte[] wasm) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        for (int at = HEADER_BYTES; at < wasm.length;) {
            int start = at++;
            int size = 0;
            for (int shift = 0, more = 1; more != 0; shift += 7, at++) {
                size |= (wasm[at] & 0x7f) << shift;
                more = wasm[at] & 0x80;
            }
            at += size;
            if (wasm[start] != CUSTOM_SECTION) {
                rest.write(wasm, start, at - start);
            }
        }
        return rest.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void aModuleThatUsesNoneOfItIsTheSameWithoutItByteByByte(Profile profile) throws Exception {
        String source = """
                #include <thingspire.h>
                static struct { int values[20]; } copies[2];
                TS_EXPORT("test:libc/m#copy") double copy(int from, int divisor) {
                    copies[1] = copies[0];
                    ts_log("%d %f", copies[1].values[from % 20] / divisor, __builtin_sqrt(from));
                    return __builtin_floor(from / 3.0);
                }
                """;

        byte[] with = withoutDebugInformation(build(source, profile, WasmLibc.installed()));
        byte[] without = withoutDebugInformation(build(source, profile, Optional.empty()));

        assertThat(with).isEqualTo(without).hasSizeGreaterThan(500);
    }

    @Test
    void aModuleWithoutMainHasTheLibraryPreparedForItOnce() throws Exception {
        byte[] wasm = build("""
                #include <stdio.h>
                #include <unistd.h>
                __attribute__((export_name("a:b/c#look"))) int look(void) { return access("x", R_OK); }
                """, Profile.RELEASE, WasmLibc.installed());

        assertThat(ModuleReader.interfaceOf(wasm).exports()).extracting(ModuleInterface.Export::name).contains("_initialize", "a:b/c#look");
        assertThat(new String(wasm, StandardCharsets.ISO_8859_1)).as("what wasm-ld puts around exports otherwise")
                .doesNotContain("command_export");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "#include <string.h>\n",
            "  #  include <sys/stat.h> // status\n",
            "int main(void) { return 0; }\n",
            "__attribute__((export_name(\"f\"))) long double f(long double x) { return x * x; }\n",
    })
    void whereItIsMissingThePackagesAreNamed(String source) {
        assertThatThrownBy(() -> build(source, Profile.RELEASE, Optional.empty())).isInstanceOf(MissingPackageException.class)
                .hasMessageContaining("apt-get install wasi-libc libclang-rt-14-dev-wasm32");
    }

    @Test
    void aMistakeOfTheUsersIsNoMissingPackage() {
        assertThatThrownBy(() -> build("#include \"contrl.h\"\n", Profile.RELEASE, Optional.empty())).isInstanceOf(UserException.class)
                .hasMessageContaining("contrl.h");
        assertThatThrownBy(() -> build("int g(void);\n__attribute__((export_name(\"f\"))) int f(void) { return g(); }\n", Profile.RELEASE,
                WasmLibc.installed())).isInstanceOf(UserException.class).hasMessageContaining("function g is declared and called, but not defined");
    }

    @Test
    void helpersOfTheNewestCompilerAreTaken() throws Exception {
        for (String file : new String[] {"lib/wasm32-wasi/libc.a", "include/wasm32-wasi/stdio.h", "lib/llvm-9/lib/clang/9/lib/wasi/a.txt"}) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.writeString(project.resolve(file), "");
        }
        assertThat(WasmLibc.below(project)).as("without any").isEmpty();
        for (String version : new String[] {"9", "14", "19"}) {
            Path folder = Files.createDirectories(project.resolve("lib/llvm-" + version + "/lib/clang/" + version + "/lib/wasi"));
            Files.writeString(folder.resolve("libclang_rt.builtins-wasm32.a"), "");
        }

        assertThat(WasmLibc.below(project).orElseThrow().builtins().toString()).contains("llvm-19");
    }
}
