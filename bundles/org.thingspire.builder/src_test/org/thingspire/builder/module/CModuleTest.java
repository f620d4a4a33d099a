// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.aot.ModuleReader;
import org.thingspire.aot.api.ModuleInterface;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.setup.Progress;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.TopologyFactory;

/** Modules of several sources: all are in it, and what does not fit together is reported at its line. */
class CModuleTest {

    private static final String RUN = "__attribute__((export_name(\"a:b/c#run\"))) void run(void)";

    @TempDir
    private Path project;

    private CModuleTest with(String file, String content) throws IOException {
        Files.createDirectories(project.resolve(file).getParent());
        Files.writeString(project.resolve(file), content);
        return this;
    }

    private WasmModule build(String source, String... extraSources) throws InterruptedException {
        Module module = TopologyFactory.eINSTANCE.createModule();
        module.setName("m");
        module.setSource(source);
        module.getExtraSources().addAll(List.of(extraSources));
        Installation installation = new Installation(Path.of(System.getProperty("thingspire.home"), "runtime"), LlvmTools.bundled());
        return ModuleBuilder.create(installation, project, project.resolve("build"), new Bindings(project.resolve("bindings")),
                Profile.RELEASE, Progress.NONE).build(module, MemoryBudget.NONE);
    }

    /** As users see it, with files relative to the project. */
    private List<String> refused(String source, String... extraSources) {
        UserException[] refused = new UserException[1];
        assertThatExceptionOfType(UserException.class).isThrownBy(() -> build(source, extraSources)).satisfies(e -> refused[0] = e);
        return refused[0].problems().stream().map(this::shown).toList();
    }

    private String shown(Problem problem) {
        return problem.toString().replace(project + "/", "");
    }

    @Test
    void aFunctionThatIsDeclaredOtherwiseThanItIsDefinedIsAnErrorAtTheDeclaration() throws IOException {
        with("src/one.c", "/* int level(); */\nint level();\n" + RUN + " { level(); }\n")
                .with("src/two.c", "#include <thingspire.h>\n\nvoid level(int n) { ts_log(\"%d\", n); }\n");
        String expected = "error: \"level\" is declared here as () -> i32, but src/two.c:3 has it as (i32) -> void."
                + " Declare it in a header that both files include: a call would trap.";

        assertThat(refused("src/one.c", "src/two.c")).containsExactly("src/one.c:2: " + expected);
        assertThat(refused("src/two.c", "src/one.c")).as("in the other order").containsExactly("src/one.c:2: " + expected);

        with("src/one.h", "#pragma once\nint level();\n").with("src/one.c", "#include \"one.h\"\n" + RUN + " { level(); }\n");
        assertThat(refused("src/one.c", "src/two.c")).as("in a header").containsExactly("src/one.h:2: " + expected);
    }

    @Test
    void aFunctionOfTheSdkThatIsDeclaredOtherwiseIsAnError() throws IOException {
        with("one.c", "int ts_log(int);\n" + RUN + " { ts_log(1); }\n");

        assertThat(refused("one.c")).singleElement().asString()
                .startsWith("one.c:1: error: \"ts_log\" is declared here as (i32) -> i32, but log.c.o has it as ");
    }

    @Test
    void whatIsDefinedTwiceIsAnErrorAtTheSecond() throws IOException {
        with("one.c", RUN + " { }\n").with("two.c", "\nvoid run(void) { }\n");

        assertThat(refused("one.c", "two.c")).containsExactly(
                "two.c:2: error: \"run\" is defined here and in one.c:1. Give one of them another name, or make it static.");
    }

    @Test
    void whatIsDefinedNowhereIsAnErrorWhereItIsDeclared() throws IOException {
        with("one.c", "\nvoid missing(void);\n" + RUN + " { missing(); }\n");

        assertThat(refused("one.c")).containsExactly("one.c:2: error: function missing is declared and called, but not defined."
                + " Define it, or declare it with TS_IMPORT if another module has it.");
    }

    @Test
    void twoExportsOfOneNameAreAnErrorAtTheSecond() throws IOException {
        with("one.c", RUN + " { }\n").with("two.c", "\n" + RUN.replace("run(void)", "run2(void)") + " { }\n");

        assertThat(refused("one.c", "two.c")).containsExactly(
                "two.c:2: error: \"a:b/c#run\" is exported here and in one.c:1. Give one of them another name.");
        assertThat(refused("one.c", "two.c")).as("a second build").hasSize(1);

        with("three.c", "\n" + RUN.replace("a:b/c#run", "memory") + " { }\n");
        assertThat(refused("three.c")).containsExactly(
                "three.c:2: error: \"memory\" is exported by every module itself. Give one of them another name.");
    }

    @Test
    void sourcesOfOneNameAreAllInTheModule() throws Exception {
        with("run.c", RUN + " { }\n").with("a/x.c", RUN.replace("run", "a") + " { }\n").with("b/x.c", RUN.replace("run", "b") + " { }\n")
                .with("a_x.c", RUN.replace("run", "c") + " { }\n");

        WasmModule built = build("run.c", "a/x.c", "b/x.c", "a_x.c");

        assertThat(ModuleReader.interfaceOf(Files.readAllBytes(built.wasm())).exports()).extracting(ModuleInterface.Export::name)
                .contains("a:b/c#run", "a:b/c#a", "a:b/c#b", "a:b/c#c");
    }

    @Test
    void warningsAreThereAgainWhenNothingIsCompiled() throws Exception {
        with("one.c", RUN + "\n{\n    int unused;\n}\n");

        List<Problem> first = build("one.c").warnings();

        assertThat(first).singleElement().extracting(this::shown).asString()
                .isEqualTo("one.c:3: warning: unused variable 'unused' [-Wunused-variable].");
        assertThat(build("one.c").warnings()).isEqualTo(first);
        Files.delete(project.resolve("build/m.objects/one.c.o.messages"));
        assertThat(build("one.c").warnings()).as("after what was printed is gone").isEqualTo(first);
    }
}
