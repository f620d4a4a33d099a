// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thingspire.aot.AotCompiler;
import org.thingspire.aot.api.CodeTarget;
import org.thingspire.aot.api.CompileException;
import org.thingspire.aot.api.CompileOptions;
import org.thingspire.aot.api.Optimization;
import org.thingspire.aot.api.SymbolNames;
import org.thingspire.aot.testing.NativeProgram;
import org.thingspire.aot.testing.Processors;
import org.thingspire.aot.testing.Sources;

/**
 * Looks at what machine code does with memory, in random functions about accesses: at each level, on each processor that goes without
 * checks, in memory that can grow and memory that can't. Each access in turn is the one that is out of bounds. The function then ends there,
 * with everything before it done and nothing after it; and where no access is out of bounds, those that stand for a check are done as often as
 * the module says, and in its order. What the module says is known from a twin with all its checks.
 *
 * <pre>./mvnw verify -Dcore -Dtest=AccessTraceTest -Dsurefire.failIfNoSpecifiedTests=false -Daccess.functions=50000 -Daccess.seed=1000000</pre>
 */
class AccessTraceTest {

    private static final int FUNCTIONS = Integer.getInteger("access.functions", 100);
    private static final long FIRST_SEED = Long.getLong("access.seed", 0);
    private static final int BATCH = 50;
    private static final Path DRIVER = Path.of("src_test/org/thingspire/aot/memory/access_trace.c");
    private static final Pattern TOTAL = Pattern.compile("(\\d+) runs, (\\d+) ended by accesses, (\\d+) by checks, (\\d+) traces, (\\d+) differ");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"x86-64", "x86-64-v2", "x86-64-v3", "x86-64-v4"})
    void eachAccessThatStandsForACheckIsDoneWhereTheModuleDoesItAndOnlyThere(String cpu) throws Exception {
        assumeTrue(Processors.canRun(cpu, folder), "this machine is no " + cpu);
        List<String> differences = new ArrayList<>();
        long[] total = new long[4];
        for (int done = 0; done < FUNCTIONS; done += BATCH) {
            String output = compare(cpu, FIRST_SEED + done, Math.min(BATCH, FUNCTIONS - done), done / BATCH % 2 == 1);
            output.lines().filter(line -> !TOTAL.matcher(line).matches()).forEach(differences::add);
            Matcher matcher = TOTAL.matcher(output);
            assertThat(matcher.find()).as(output).isTrue();
            for (int i = 0; i < total.length; i++) {
                total[i] += Long.parseLong(matcher.group(i + 1));
            }
        }
        System.out.printf("%s: %d functions, %d runs, %d ended by accesses, %d by checks, %d traces, %d differ%n", cpu, FUNCTIONS, total[0], total[1],
                total[2],
                total[3], differences.size());
        assertThat(differences).isEmpty();
        assertThat(total[1]).as("runs that an access in place of a check ended").isGreaterThan(total[0] / 20);
    }

    private String compare(String cpu, long firstSeed, int count, boolean grows) throws Exception {
        CodeTarget target = new CodeTarget(CodeTarget.LINUX_X86_64.triple(), cpu, "");
        List<AccessFunction> functions = LongStream.range(firstSeed, firstSeed + count).mapToObj(AccessFunction::of).toList();
        byte[] wasm = wasm(functions, grows, false);
        byte[] twin = wasm(LongStream.range(firstSeed, firstSeed + count).mapToObj(AccessFunction::twinOf).toList(), grows, true);
        Map<String, byte[]> objects = new LinkedHashMap<>();
        objects.put("twin", compile(twin, target, "twin", Optimization.O0));
        for (Optimization level : Optimization.values()) {
            objects.put(level.name(), compile(wasm, target, level.name(), level));
        }
        return new NativeProgram(folder).run(objects, program(functions, List.copyOf(objects.keySet())));
    }

    private static byte[] compile(byte[] wasm, CodeTarget target, String name, Optimization level) throws CompileException {
        return AotCompiler.compile(wasm, target, CompileOptions.named(name).with(level).withoutDebugInfo()).object();
    }

    private byte[] wasm(List<AccessFunction> functions, boolean grows, boolean isTwin) throws IOException, InterruptedException {
        return new Sources(folder).wat(AccessModule.text(grows, isTwin,
                IntStream.range(0, functions.size()).mapToObj(i -> functions.get(i).text("f" + i)).toList()));
    }

    private static String program(List<AccessFunction> functions, List<String> versions) throws IOException {
        StringBuilder text = new StringBuilder("#include <string.h>\n#include <sys/mman.h>\n");
        text.append("uint32_t trace_log(uint32_t, uint32_t) __asm__(\"%s\");%n".formatted(new SymbolNames("twin").imported("test", "log")));
        text.append("enum { ADDRESSES = %d, DECISIONS = %d, TWIN = 0, VERSIONS = %d };%n".formatted(AccessFunction.ADDRESSES,
                AccessFunction.DECISIONS, versions.size()));
        text.append(Files.readString(DRIVER));
        for (int i = 0; i < functions.size(); i++) {
            text.append("static const site accesses%d[] = { %s };%n".formatted(i, functions.get(i).accesses().stream()
                    .map(a -> "{ %d, %d, %d, %d }".formatted(a.address(), a.offset(), a.bytes(), a.isStore() ? 1 : 0))
                    .collect(Collectors.joining(", "))));
        }
        text.append("static const sites functions[] = {%n".formatted());
        for (int i = 0; i < functions.size(); i++) {
            text.append("    { %d, accesses%d },%n".formatted(functions.get(i).accesses().size(), i));
        }
        text.append("};\n");
        versions.forEach(version -> text.append(functions(version, functions.size())));
        text.append("static const version versions[] = {\n");
        versions.forEach(
                name -> text.append("    { \"%1$s\", %1$s_memory, %1$s_initialize, %1$s_reset, %1$s_show, %1$s_functions },%n".formatted(name)));
        return text + "};\nint main(void) {\n    begin();\n    compare(versions, functions, %d);%n    end();%n}%n".formatted(functions.size());
    }

    private static String functions(String name, int functions) {
        SymbolNames symbols = new SymbolNames(name);
        StringBuilder text = new StringBuilder();
        text.append("extern uint8_t %s_memory[] __asm__(\"%s\");%n".formatted(name, symbols.memory()));
        text.append("void %s_initialize(void) __asm__(\"%s\");%n".formatted(name, symbols.initialize()));
        text.append("void %s_reset(void) __asm__(\"%s\");%n".formatted(name, symbols.export("reset")));
        text.append("void %s_show(void) __asm__(\"%s\");%n".formatted(name, symbols.export("show")));
        for (int i = 0; i < functions; i++) {
            text.append("void %s_%d(uint32_t, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t) __asm__(\"%s\");%n"
                    .formatted(name, i, symbols.export("f" + i)));
        }
        text.append("static void (*const %s_functions[])(uint32_t, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t, uint32_t) = { %s };%n".formatted(
                name,
                IntStream.range(0, functions).mapToObj(i -> name + "_" + i).collect(Collectors.joining(", "))));
        return text.toString();
    }
}
