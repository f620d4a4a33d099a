// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import com.google.gson.Gson;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.topology.model.Module;
import org.thingspire.topology.model.TopologyFactory;

/** What editors know of a project's sources in C. */
class CompilationDatabaseTest {

    @TempDir
    private Path project;

    private Path file;
    private ModuleBuilder builder;

    @BeforeEach
    void create() throws Exception {
        Path bindings = Files.createDirectories(project.resolve("build/release/bindings"));
        Files.writeString(bindings.resolve("made.h"), "#define MADE 1\n");
        file = project.resolve("build/compile_commands.json");
        Installation installation = new Installation(Path.of(System.getProperty("thingspire.home"), "runtime"), LlvmTools.bundled());
        builder = ModuleBuilder.create(installation, project, project.resolve("build/release/modules"), new Bindings(bindings),
                Profile.RELEASE, Progress.NONE);
    }

    @Test
    void isEnoughToFindEveryHeader() throws Exception {
        Files.createDirectories(project.resolve("parts"));
        Files.writeString(project.resolve("parts/one.c"), "#include <thingspire.h>\n#include \"made.h\"\nint one = MADE;\n");
        Files.writeString(project.resolve("two.c"), "int two;\n");

        builder.describe(List.of(module("one", "parts/one.c", "two.c"), module("text", "text.wat")), file);

        CompilationDatabase.Entry[] entries = new Gson().fromJson(Files.readString(file), CompilationDatabase.Entry[].class);
        assertThat(entries).extracting(CompilationDatabase.Entry::file)
                .containsExactly(project.resolve("parts/one.c").toString(), project.resolve("two.c").toString());
        for (CompilationDatabase.Entry entry : entries) {
            Command.Outcome outcome = new Command(entry.arguments(), Path.of(entry.directory())).run();
            assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        }
    }

    /** Editors read everything again when it is written. */
    @Test
    void isLeftAloneWhileItIsTrue() throws Exception {
        builder.describe(List.of(module("one", "one.c")), file);
        FileTime before = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file, before);

        builder.describe(List.of(module("one", "one.c")), file);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);

        builder.describe(List.of(module("one", "other.c")), file);
        assertThat(Files.getLastModifiedTime(file)).isNotEqualTo(before);
    }

    private static Module module(String name, String source, String... extra) {
        Module module = TopologyFactory.eINSTANCE.createModule();
        module.setName(name);
        module.setSource(source);
        module.getExtraSources().addAll(List.of(extra));
        return module;
    }
}
