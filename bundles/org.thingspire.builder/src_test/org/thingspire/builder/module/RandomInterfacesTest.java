// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.problem.Problem;
import org.thingspire.wit.WitFolder;
import org.thingspire.wit.c.CHeader;
import org.thingspire.wit.host.HostInterfaces;

/** Whatever interfaces are called, their headers compile without a warning, and different things have different names in C. */
class RandomInterfacesTest {

    private static final int PROJECTS = 300;
    private static final int COMPILED = 20;
    /** All of C's own headers that a freestanding compiler has, and ours. */
    private static final String INCLUDES = Stream.of("float", "limits", "stdalign", "stdarg", "stdatomic", "stdbool", "stddef", "stdint",
            "stdnoreturn", "thingspire").map("#include <%s.h>\n"::formatted).collect(Collectors.joining());
    private static final Path RUNTIME = Path.of(System.getProperty("thingspire.home"), "runtime");

    private static final Pattern DECLARED = Pattern.compile("(?m)^(?:#define (\\w+) .*|typedef \\w+ (\\w+);|[a-z]\\w* (\\w+)\\(.*)$");

    @TempDir
    private Path folder;

    private final List<Problem> problems = new ArrayList<>();

    private List<CHeader> headers(String name, String wit) throws IOException {
        Path project = folder.resolve(name);
        Files.createDirectories(project.resolve("wit"));
        Files.writeString(project.resolve("wit/a.wit"), wit);
        WitFolder.Content content = WitFolder.read(project);
        assertThat(content.problems()).as(wit).isEmpty();
        problems.clear();
        return CHeader.of(content.interfaces(), problems);
    }

    private static List<String> names(List<CHeader> headers) {
        return headers.stream().flatMap(header -> DECLARED.matcher(header.text()).results().map(RandomInterfacesTest::name)).toList();
    }

    private static String name(MatchResult declaration) {
        return Stream.of(1, 2, 3).map(declaration::group).filter(Objects::nonNull).findFirst().orElseThrow();
    }

    private String clang(List<String> arguments, List<Path> sources) throws InterruptedException {
        Path generated = folder.resolve("generated");
        HeaderFiles.write(HostInterfaces.read(RUNTIME).sdkHeaders(), generated);
        Command.Outcome outcome = Command.of(LlvmTools.bundled().clang()).add("--target=wasm32-unknown-unknown", "-std=gnu17", "-ffreestanding",
                "-Wall", "-Wextra", "-Werror", "-fno-color-diagnostics", "-isystem" + RUNTIME.resolve("sdk/include"),
                "-isystem" + generated).addAll(arguments).addAll(sources).in(folder).run();
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        return outcome.output();
    }

    @Test
    void differentThingsHaveDifferentNamesOrAreReported() throws IOException, InterruptedException {
        RandomInterfaces random = new RandomInterfaces(new Random(1));
        List<Path> sources = new ArrayList<>();
        for (int i = 0; i < PROJECTS; i++) {
            String wit = random.next();
            List<CHeader> headers = headers("p" + i, wit);
            List<String> names = names(headers);

            boolean different = names.stream().distinct().count() == names.size();
            boolean reported = problems.stream().anyMatch(problem -> problem.message().contains("and so has")
                    || problem.message().contains("has the same header as"));
            assertThat(reported).as("%s\n%s\n%s", wit, problems, names).isEqualTo(!different);

            if (problems.isEmpty() && sources.size() < COMPILED) {
                sources.add(including("p" + i, headers));
            }
        }
        assertThat(sources).as("projects without a clash").hasSize(COMPILED);
        clang(List.of("-fsyntax-only"), sources);
    }

    private Path including(String project, List<CHeader> headers) throws IOException {
        String includes = INCLUDES;
        for (CHeader header : headers) {
            Files.writeString(folder.resolve(project).resolve(header.fileName()), header.text());
            includes += "#include \"%s\"\n".formatted(header.fileName());
        }
        return Files.writeString(folder.resolve(project).resolve("all.c"), includes);
    }

    @Test
    void noInterfaceTakesANameOfTheHeadersThatModulesInclude() throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("all.c"), INCLUDES);
        List<String> macros = clang(List.of("-E", "-dM"), List.of(source)).lines().map(line -> line.split("[ (]")[1]).toList();
        List<String> declared = Pattern.compile("(?m)(?:Typedef|Function)Decl .*? (\\w+) '")
                .matcher(clang(List.of("-Xclang", "-ast-dump", "-fsyntax-only"), List.of(source)))
                .results().map(found -> found.group(1)).toList();

        List<String> taken = new ArrayList<>();
        for (String name : Stream.concat(macros.stream(), declared.stream()).distinct().toList()) {
            String wit = interfaceFor(name);
            if (!wit.isEmpty() && names(headers(name, wit)).contains(name)) {
                taken.add(name);
            }
        }

        assertThat(macros).contains("INT_LEAST8_MAX", "TS_LOG_LENGTH");
        assertThat(declared).contains("int_least8_t", "ts_log", "ts_log_write");
        assertThat(taken).isEmpty();
    }

    /** What would declare the name if it were not taken; empty if nothing would. */
    private static String interfaceFor(String name) {
        String item = Pattern.compile("^([A-Z][A-Z0-9]*)_([A-Z][A-Z0-9]*)_([A-Z0-9_]+)$").matcher(name).replaceFirst("$1 enum %$2 { %$3 }");
        item = Pattern.compile("^([a-z][a-z0-9]*)_([a-z0-9_]+)_t$").matcher(item).replaceFirst("$1 type %$2 = u8;");
        item = Pattern.compile("^([a-z][a-z0-9]*)_([a-z0-9_]+)$").matcher(item).replaceFirst("$1 %$2: func();");
        boolean words = item.contains(" ") && Stream.of(item.split("[ %]")).noneMatch(word -> word.matches("\\d.*|.*_\\d.*|.*_|.*__.*"));
        return words ? "package lab:one; interface %%%s }".formatted(item.replaceFirst(" ", " { ").replace('_', '-')) : "";
    }
}
