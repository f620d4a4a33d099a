// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.api.TrapKind;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Processors;
import org.thingspire.aot.testing.Sources;

/**
 * An access whose fault is the trap faults whatever becomes of its value: needed in one case only, in part, or not at all. A trap leaves
 * everything as it was. On every processor that goes without checks, at every level, for memory that can grow and for one that can't.
 */
class FaultingAccessTest {

    private static final int OUT_OF_BOUNDS = TrapKind.OUT_OF_BOUNDS_MEMORY.number();
    private static final int PAGE = 65_536;

    private static final List<AccessForm> FORMS = AccessForm.all();

    @TempDir
    private Path folder;

    @Test
    void accessesTrapWhateverBecomesOfTheirValue() throws Exception {
        assertThat(wrongEnds("x86-64-v2", List.of(Optimization.values()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86-64", "x86-64-v3", "x86-64-v4"})
    void soTheyDoOnOtherProcessors(String cpu) throws Exception {
        assumeTrue(Processors.canRun(cpu, folder), "this machine is no " + cpu);
        assertThat(wrongEnds(cpu, List.of(Optimization.O2))).isEmpty();
    }

    /** The first four bytes of what is copied can be loaded, the others can't; and what was stored there before invites to copy them alone. */
    @ParameterizedTest
    @EnumSource
    void aVectorIsCopiedAsAWholeOrNotAtAll(Optimization level) throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module (memory 1)
                  (func (export "copy") (param i32 i32)
                    (loop $next
                      (i32.store offset=16 (local.get 0) (i32.const 7))
                      (v128.store (local.get 0) (v128.load offset=16 (local.get 0)))
                      (local.set 0 (i32.add (local.get 0) (i32.const 32)))
                      (local.set 1 (i32.sub (local.get 1) (i32.const 1)))
                      (br_if $next (local.get 1)))))
                """);

        assertThat(new NativeProgram(folder).run(wasm, CompileOptions.named("m").with(level), """
                extern uint8_t memory[] __asm__("m.memory");
                void initialize(void) __asm__("m.initialize");
                void copy(uint32_t, uint32_t) __asm__("m.export.copy");
                static void call(void) { copy(65516, 2); }
                int main(void) {
                    initialize();
                    printf("%d %d %d", trapped(call), memory[65532], memory[65516]);
                }
                """)).isEqualTo(OUT_OF_BOUNDS + " 7 0");
    }

    /** That 65533 - p is not 0 is known from the load at p alone, so nobody checks it. */
    @ParameterizedTest
    @EnumSource
    void aDivisionComesBehindTheAccessByWhichItIsHarmless(Optimization level) throws Exception {
        byte[] wasm = new Sources(folder).wat("""
                (module (memory 1)
                  (func (export "divide") (param i32 i32) (result i32)
                    (i32.add (i32.load (local.get 0)) (i32.div_u (local.get 1) (i32.sub (i32.const 65533) (local.get 0))))))
                """);

        assertThat(new NativeProgram(folder).run(wasm, CompileOptions.named("m").with(level), """
                void initialize(void) __asm__("m.initialize");
                uint32_t divide(uint32_t, uint32_t) __asm__("m.export.divide");
                static void call(void) { divide(65533, 1); }
                int main(void) {
                    initialize();
                    printf("%d %d", divide(65531, 8), trapped(call));
                }
                """)).isEqualTo("4 " + OUT_OF_BOUNDS);
    }

    private static String module(boolean grows) {
        StringBuilder text = new StringBuilder("(module (memory (export \"memory\") 1 %d)\n".formatted(grows ? 2 : 1));
        for (String type : List.of("i32", "i64", "f32", "f64")) {
            text.append("""
                    (global $TYPE (export "TYPE") (mut TYPE) (TYPE.const 0))
                    (func (export "get_TYPE") (result TYPE) (global.get $TYPE))
                    (func $use_TYPE (export "use_TYPE") (param TYPE) (global.set $TYPE (local.get 0)))
                    (func $first_TYPE (param TYPE TYPE i32) (result TYPE) (select (local.get 0) (local.get 1) (local.get 2)))
                    """.replace("TYPE", type));
        }
        text.append("(func (export \"grow\") (drop (memory.grow (i32.const 0))))\n");
        for (int i = 0; i < FORMS.size(); i++) {
            text.append("(func (export \"form%d\") (param i32 i32) (local $x_i32 i32) (local $x_i64 i64) (local $x_f32 f32) (local $x_f64 f64) %s)%n"
                    .formatted(i, FORMS.get(i).body()));
        }
        return text.append(")").toString();
    }

    /** The forms that end otherwise than they should, with what they were called with. */
    private List<String> wrongEnds(String cpu, List<Optimization> levels) throws Exception {
        CodeTarget target = new CodeTarget(CodeTarget.LINUX_X86_64.triple(), cpu, "");
        Map<String, byte[]> objects = new LinkedHashMap<>();
        StringBuilder main = new StringBuilder("typedef struct form { void (*function)(uint32_t, uint32_t); uint32_t bytes; } form;\n");
        StringBuilder calls = new StringBuilder();
        for (boolean grows : List.of(false, true)) {
            byte[] wasm = new Sources(folder).wat(module(grows));
            for (Optimization level : levels) {
                String name = level + (grows ? "grows" : "");
                objects.put(name, AotCompiler.compile(wasm, target, CompileOptions.named(name).with(level).withoutDebugInfo()).object());
                main.append(table(name));
                calls.append("    %1$s_initialize();%n    try_all(\"%1$s\", %1$s_memory, %1$s);%n".formatted(name));
            }
        }
        String output = new NativeProgram(folder).run(objects, main + CALLER.formatted(FORMS.size(), PAGE, OUT_OF_BOUNDS, calls));
        return output.lines().map(line -> line + " " + FORMS.get(Integer.parseInt(line.replaceFirst("^\\S+ (\\d+).*", "$1"))).body()).toList();
    }

    private static String table(String name) {
        SymbolNames symbols = new SymbolNames(name);
        StringBuilder text = new StringBuilder();
        text.append("extern uint8_t %s_memory[] __asm__(\"%s\");%n".formatted(name, symbols.memory()));
        text.append("void %s_initialize(void) __asm__(\"%s\");%n".formatted(name, symbols.initialize()));
        for (int i = 0; i < FORMS.size(); i++) {
            text.append("void %s_%d(uint32_t, uint32_t) __asm__(\"%s\");%n".formatted(name, i, symbols.export("form" + i)));
        }
        text.append("static const form %s[] = {%n".formatted(name));
        for (int i = 0; i < FORMS.size(); i++) {
            text.append("    { %s_%d, %d },%n".formatted(name, i, FORMS.get(i).bytes()));
        }
        return text.append("};\n").toString();
    }

    private static final String CALLER = """
            enum { FORMS = %d, PAGE = %d, OUT_OF_BOUNDS = %d };
            static form current;
            static uint32_t address, choice;
            static void call(void) { current.function(address, choice); }
            static uint64_t sum(const uint8_t *memory) {
                uint64_t sum = 0;
                for (uint32_t i = 0; i < PAGE; i = i == 63 ? PAGE - 64 : i + 1) {
                    sum = (sum ^ memory[i]) * 0x100000001b3;
                }
                return sum;
            }
            static void try_one(const char *name, const uint8_t *memory, int number, form form) {
                current = form;
                const uint32_t addresses[] = { PAGE - form.bytes, PAGE - form.bytes + 1, PAGE - 1 + (form.bytes == 1), PAGE, 0x80000000, -1u };
                for (int i = 0; i < 12; i++) {
                    address = addresses[i / 2];
                    choice = i %% 2;
                    uint64_t before = sum(memory);
                    int kind = trapped(call);
                    if (kind != (i / 2 == 0 ? 0 : OUT_OF_BOUNDS) || (kind != 0 && sum(memory) != before)) {
                        printf("%%s %%d (0x%%x, %%u) ends with %%d:\\n", name, number, address, choice, kind);
                        return;
                    }
                }
            }
            static void try_all(const char *name, const uint8_t *memory, const form *forms) {
                for (int i = 0; i < FORMS; i++) {
                    try_one(name, memory, i, forms[i]);
                }
            }
            int main(void) {
            %s}
            """;
}
