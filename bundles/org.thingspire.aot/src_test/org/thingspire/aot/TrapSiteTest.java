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

/** A trap's address tells the source line, whatever the optimizer does. */
class TrapSiteTest {

    private static final String SOURCE = """
            static int ratio(int a, int b) {
                return a / b;
            }
            __attribute__((export_name("f"))) int f(int which, int zero) {
                int result = 0;
                if (which == 0)
                    result = 7 / zero;
                else if (which == 1)
                    result = 7 / zero;
                else if (which == 2)
                    result = ratio(which, zero);
                else if (which == 3)
                    result = ratio(7, zero);
                else if (which == 4)
                    __builtin_trap();
                else
                    __builtin_trap();
                return result;
            }
            """;

    private static final String MAIN = """
            extern void initialize(void) __asm__("control.initialize");
            extern uint32_t f(uint32_t, uint32_t) __asm__("control.export.f");
            static uint32_t which;
            static void call(void) { f(which, 0); }
            int main(void) {
                initialize();
                for (which = 0; which < 6; which++) {
                    int kind = trapped(call);
                    printf("%d 0x%lx\\n", kind, (unsigned long)trap_address);
                }
                return 0;
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Optimization.class)
    void everySiteKeepsItsLine(Optimization level) throws Exception {
        byte[] wasm = new Sources(folder).c("control.c", SOURCE);
        NativeProgram program = new NativeProgram(folder);

        List<String> reports = new ArrayList<>();
        for (String line : program.run(wasm, CompileOptions.named("control").with(level), MAIN).lines().toList()) {
            String[] kindAndAddress = line.split(" ");
            reports.add(kindAndAddress[0] + " " + program.position(kindAndAddress[1]));
        }

        assertThat(reports).containsExactly(
                "2 f control.c:7",
                "2 f control.c:9",
                "2 ratio control.c:2",
                "2 ratio control.c:2",
                "1 f control.c:15",
                "1 f control.c:17");
    }
}
