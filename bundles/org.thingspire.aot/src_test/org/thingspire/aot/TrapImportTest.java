// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Sources;

/** What clang calls in place of a division by zero is the trap itself, at the line that divides. */
class TrapImportTest {

    private static final String SOURCE = """
            #define IMPORT import_module("env"), import_name("__ubsan_handle_divrem_overflow_minimal_abort")
            _Noreturn __attribute__((IMPORT)) void divided(void);
            __attribute__((export_name("f"))) int f(int which) {
                if (which == 0)
                    divided();
                if (which == 1)
                    divided();
                return 10 / (which - 2);
            }
            void (*volatile handler)(void) = divided;
            __attribute__((export_name("g"))) void g(void) { handler(); }
            """;

    private static final String MAIN = """
            extern void initialize(void) __asm__("control.initialize");
            extern uint32_t f(uint32_t) __asm__("control.export.f");
            extern void g(void) __asm__("control.export.g");
            static uint32_t which;
            static void call(void) { f(which); }
            int main(void) {
                initialize();
                for (which = 0; which < 4; which++) {
                    int kind = trapped(call);
                    if (kind != 0) {
                        printf("%d at 0x%lx\\n", kind, (unsigned long)trap_address);
                    }
                }
                printf("%d\\n", trapped(g));
                return 0;
            }
            """;

    private static final int DIVISION = TrapKind.INTEGER_DIVIDE_BY_ZERO.number();

    @TempDir
    private Path folder;

    private byte[] wasm() throws Exception {
        return new Sources(folder).c("control.c", SOURCE);
    }

    @ParameterizedTest
    @EnumSource(Optimization.class)
    void isATrapAtTheLineThatCalls(Optimization level) throws Exception {
        NativeProgram program = new NativeProgram(folder);

        List<String> printed = program.run(wasm(), CompileOptions.named("control").with(level), MAIN).lines().toList();

        assertThat(printed).hasSize(4).last().isEqualTo(Integer.toString(DIVISION));
        for (int i = 0; i < 3; i++) {
            String[] kindAndAddress = printed.get(i).split(" at ");
            assertThat(kindAndAddress[0]).isEqualTo(Integer.toString(DIVISION));
            assertThat(program.position(kindAndAddress[1])).isEqualTo(List.of("f control.c:5", "f control.c:7", "f control.c:8").get(i));
        }
    }

    @Test
    void needNotBeOfferedByAnybody() throws Exception {
        assertThat(ModuleReader.interfaceOf(wasm()).imports()).isEmpty();
    }

    @Test
    void anImportOfTheSameNameWithParametersIsLikeOthers() throws Exception {
        byte[] wasm = new Sources(folder).wat("(module (import \"env\" \"__ubsan_handle_divrem_overflow_minimal_abort\" (func (param i32))))");

        assertThat(ModuleReader.interfaceOf(wasm).imports()).hasSize(1);
    }
}
