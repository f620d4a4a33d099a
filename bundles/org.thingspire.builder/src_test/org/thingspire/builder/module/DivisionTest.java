// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.TopologyFactory;

/** C leaves open what happens in a division by zero, and clang makes use of that where it sees the zero; a user wants to be told. */
class DivisionTest {

    private static final String HANDLER = "called host env.__ubsan_handle_divrem_overflow_minimal_abort() =>";

    /** Divisions by a zero that clang sees sooner or later. */
    private static final List<String> BY_ZERO = List.of("int literal(void) { return x / 0; }", "int constant(void) { return 1 / 0; }",
            "int inlined(void) { return x / zero(); }", "int remainder(void) { return x % zero(); }",
            "unsigned natural(void) { return x / (unsigned)zero(); }", "long long wide(void) { return x / zero(); }",
            "long long wideremainder(void) { return 7LL % zero(); }", "int assigned(void) { x /= zero(); return x; }",
            "int folded(void) { return x / (x - x); }", "void unused(void) { (void)(x / zero()); }",
            "int after(void) { return x == 0 ? 5 / x : 1; }");

    @TempDir
    private Path project;

    @ParameterizedTest
    @EnumSource
    void byZeroTrapsAsSuchAlsoWhereClangSeesIt(Profile profile) throws Exception {
        List<String> printed = run(profile, BY_ZERO);

        assertThat(printed).containsExactlyElementsOf(BY_ZERO.stream()
                .flatMap(function -> Stream.of(HANDLER, name(function) + "() => error: unreachable executed")).toList());
    }

    @ParameterizedTest
    @EnumSource
    void aDivisionThatCantFailTakesNothing(Profile profile) throws Exception {
        List<String> printed = run(profile, List.of("int half(void) { return x / 2; }", "unsigned rest(void) { return x % 10u; }"));

        assertThat(printed).containsExactly("half() => i32:0", "rest() => i32:0");
    }

    private static String name(String function) {
        return function.replaceAll("^.* (\\w+)\\(void\\).*$", "$1");
    }

    /** Calls each function, with x = 0, by an interpreter that takes over all imports, and returns what it printed. */
    private List<String> run(Profile profile, List<String> functions) throws Exception {
        Files.writeString(project.resolve("m.c"), "int x;\nstatic int zero(void) { return 0; }\n" + Stream.concat(functions.stream(),
                Stream.of("int used(void) { return zero(); }")).map(
                        function -> "__attribute__((export_name(\"" + name(function) + "\"))) "
                                + function + "\n")
                .reduce("", String::concat));
        Module module = TopologyFactory.eINSTANCE.createModule();
        module.setName("m");
        module.setSource("m.c");
        Installation installation = new Installation(Path.of(System.getProperty("thingspire.home"), "runtime"), LlvmTools.bundled());
        WasmModule wasm = ModuleBuilder.create(installation, project, project.resolve("build"), new Bindings(project.resolve("bindings")),
                profile, Progress.NONE).build(module, MemoryBudget.NONE);
        return Command.of(Path.of("wasm-interp")).add("--dummy-import-func", "--run-all-exports", wasm.wasm()).in(project).run().output().lines()
                .filter(line -> !line.startsWith("used(")).toList();
    }
}
