// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Profile;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.step.DependencyFile;
import org.thingspire.builder.step.Fingerprint;
import org.thingspire.builder.step.Step;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.MissingPackageException;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/**
 * Compiles one C file to a relocatable WebAssembly object: a module's own, for which there are a C library and its headers, or one
 * of the SDK's, which are there for modules without.
 */
final class WasmClang {

    private final Installation installation;
    private final Path projectFolder;
    private final Progress progress;
    private final Optional<WasmLibc> libc;
    private final List<String> flags;

    /** An include in angle brackets, as clang quotes it below its message. */
    private static final Pattern SYSTEM_HEADER_MISSING = Pattern.compile("file not found\\R[^\\n]*#\\s*include\\s*<");

    /** Ends a step that made nothing. */
    private static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<Problem> problems;

        RefusedException(List<Problem> problems) {
            this.problems = problems;
        }
    }

    /** @param sdkHeaders the folder of what is generated of the SDK's headers */
    WasmClang(Installation installation, Optional<WasmLibc> libc, Path projectFolder, Path sdkHeaders, Bindings bindings, Profile profile,
            Progress progress) {
        this.installation = installation;
        this.libc = libc;
        this.projectFolder = projectFolder;
        this.progress = progress;
        // WebAssembly 1.0 and the two extensions that make C cheaper at no cost for the translation to machine code.
        List<String> common = List.of("--target=wasm32-wasip1", "-nostdlibinc", "-mcpu=mvp", "-msign-ext", "-mnontrapping-fptoint",
                "-std=gnu17", profile == Profile.DEBUG ? "-O0" : "-O2", "-g", "-fno-ident",
                "-ffunction-sections", "-fdata-sections", "-Wall", "-Wextra", "-fno-color-diagnostics",
                // Else clang takes for granted that nobody divides by zero, where it sees that somebody does.
                "-fsanitize=integer-divide-by-zero", "-fno-sanitize-recover=integer-divide-by-zero", "-fsanitize-minimal-runtime",
                "-fdebug-compilation-dir=.", "-ffile-prefix-map=" + installation.runtime() + "=thingspire",
                "-isystem" + installation.sdk().resolve("include"), "-isystem" + projectFolder.relativize(sdkHeaders),
                "-I" + projectFolder.relativize(bindings.folder()));
        Stream<String> headers = libc.stream().map(there -> "-isystem" + there.include());
        this.flags = Stream.concat(common.stream(), headers).toList();
    }

    /** Beside an object: the files that it was made of, as {@link DependencyFile} reads it. */
    static Path dependencies(Path object) {
        return object.resolveSibling(object.getFileName() + ".d");
    }

    /** How {@link #compile} calls clang, for editors. */
    CompilationDatabase.Entry entry(Path source) {
        List<String> words = new ArrayList<>(List.of(installation.llvm().clang().toString()));
        words.addAll(flags);
        words.addAll(List.of("-c", source.toString()));
        return new CompilationDatabase.Entry(projectFolder.toString(), projectFolder.resolve(source).toString(), words);
    }

    /**
     * What clang has to say about a module's source: errors, or the warnings of this compilation or of the one that made the object.
     *
     * @param source relative to the project, as it is to appear in debug information
     * @throws UserException if it is not the source that is wrong, but what the object is written to
     * @throws MissingPackageException if it includes a header of the C library, which is not installed
     */
    List<Problem> compile(String module, Path source, Path object) throws InterruptedException {
        return compile(module, source, object, List.of());
    }

    /**
     * Compiles a source of the SDK.
     *
     * @param definitions macros, such as {@code SIZE=8}
     */
    void compileSdk(Path source, Path object, String... definitions) throws InterruptedException {
        List<String> more = Stream.concat(Stream.of("-ffreestanding"), Stream.of(definitions).map("-D"::concat)).toList();
        List<Problem> problems = compile("the SDK", source, object, more);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The SDK does not compile: " + problems);
        }
    }

    private List<Problem> compile(String module, Path source, Path object, List<String> more) throws InterruptedException {
        ToolMessages messages = new ToolMessages(module, projectFolder, projectFolder.resolve(source));
        Path printed = object.resolveSibling(object.getFileName() + ".messages");
        Path dependencies = dependencies(object);
        String inputs = new Fingerprint().add(installation.llvm().version()).addAll(flags).addAll(more).add(source)
                .addFile(projectFolder.resolve(source)).hex();
        try {
            new Step(object).run(inputs, output -> {
                progress.working("compile " + (source.isAbsolute() ? module + "'s " + source.getFileName() : source));
                Command.Outcome outcome = Command.of(installation.llvm().clang())
                        .addAll(flags).addAll(more).add("-c", source, "-o", projectFolder.relativize(output), "-MD", "-MF", dependencies)
                        .in(projectFolder).run();
                if (!outcome.succeeded()) {
                    if (libc.isEmpty() && SYSTEM_HEADER_MISSING.matcher(outcome.output()).find()) {
                        throw WasmLibc.missing();
                    }
                    throw new RefusedException(messages.failure(outcome, "clang"));
                }
                Files.writeString(printed, outcome.output());
                List<Path> read = new ArrayList<>(DependencyFile.read(dependencies, projectFolder));
                read.add(printed); // who deletes it has the source compiled again
                return read;
            });
            return messages.parse(Files.readString(printed));
        } catch (RefusedException e) {
            return e.problems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
