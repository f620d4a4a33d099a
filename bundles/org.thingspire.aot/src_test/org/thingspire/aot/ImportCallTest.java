// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Sources;

/** The host names the line that called it when it traps, so an import returns to who called it, also from the end of a function. */
class ImportCallTest {

    private static final String SOURCE = """
            __attribute__((import_module("env"), import_name("host"))) int host(int);
            __attribute__((export_name("f"))) int f(int which) {
                if (which == 0)
                    return host(which);
                if (which == 1)
                    return host(which);
                if (which == 2)
                    __attribute__((musttail)) return host(which);
                return host(which) + 1;
            }
            """;

    private static final String MAIN = """
            extern void initialize(void) __asm__("control.initialize");
            extern uint32_t f(uint32_t) __asm__("control.export.f");
            uint32_t host(uint32_t) __asm__("control.import.env.host");
            uint32_t host(uint32_t value) {
                printf("0x%lx\\n", (unsigned long)((uintptr_t)__builtin_return_address(0) - 1));
                return value;
            }
            int main(void) {
                initialize();
                (void)trapped;
                for (uint32_t which = 0; which < 4; which++) {
                    f(which);
                }
                return 0;
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Optimization.class)
    void returnsToTheLineThatCalled(Optimization level) throws Exception {
        byte[] wasm = new Sources(folder).c("control.c", SOURCE, "-mtail-call");
        NativeProgram program = new NativeProgram(folder);

        List<String> callers = new ArrayList<>();
        for (String address : program.run(wasm, CompileOptions.named("control").with(level), MAIN).lines().toList()) {
            callers.add(program.position(address));
        }

        assertThat(callers).containsExactly("f control.c:4", "f control.c:6", "f control.c:8", "f control.c:9");
    }
}
