// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.thingspire.build.Installation;
import org.thingspire.build.Profile;
import org.thingspire.build.Progress;
import org.thingspire.build.step.DependencyFile;
import org.thingspire.build.step.Fingerprint;
import org.thingspire.build.step.Step;
import org.thingspire.build.tool.Command;
import org.thingspire.topology.Problem;
import org.thingspire.topology.Severity;
import org.thingspire.topology.UserException;
import org.thingspire.topology.model.Module;

/**
 * A module written in C: each source file is compiled by itself, then all are linked with the small SDK library.
 *
 * <p>The stack stands below the data ({@code --stack-first}), so that a module that overflows it leaves its memory at
 * the lower end and traps, and doesn't overwrite its own data.
 */
final class CModule {

    /** Stack of a module without a budget, in bytes: wasm-ld's own default is eight times as much. */
    private static final int DEFAULT_STACK = 8192;
    /** Of a memory budget this part is stack. */
    private static final int STACK_SHARE = 4;
    private static final int STACK_ALIGNMENT = 16;

    private final Installation installation;
    private final Path projectFolder;
    private final Progress progress;

    CModule(Installation installation, Path projectFolder, Progress progress) {
        this.installation = installation;
        this.projectFolder = projectFolder;
        this.progress = progress;
    }

    WasmModule build(Module module, int memoryBudget, Profile profile, Path outputFolder) throws InterruptedException {
        Path objectFolder = outputFolder.resolve(module.getName());
        List<Problem> problems = new ArrayList<>();
        List<Path> objects = new ArrayList<>();
        for (Path source : sources(module)) {
            Path object = objectFolder.resolve(stem(source) + ".o");
            objects.add(object);
            problems.addAll(compile(module, source, profile, object));
        }
        if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            throw new UserException(problems);
        }
        Path wasm = outputFolder.resolve(module.getName() + ".wasm");
        link(module, objects, memoryBudget, wasm);
        return new WasmModule(module.getName(), projectFolder.resolve(module.getSource()), wasm, problems);
    }

    /** The module's own files, relative to the project; then the SDK's, absolute. */
    private List<Path> sources(Module module) {
        List<Path> sources = new ArrayList<>();
        sources.add(Path.of(module.getSource()));
        module.getExtraSources().forEach(extra -> sources.add(Path.of(extra)));
        try (Stream<Path> sdk = Files.list(installation.sdk())) {
            sdk.filter(file -> file.toString().endsWith(".c")).sorted().forEach(sources::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The SDK is not readable: " + e.getMessage(), e);
        }
        return sources;
    }

    /** Returns what clang has to say about the source: errors, or the warnings of this or the last compilation. */
    private List<Problem> compile(Module module, Path source, Profile profile, Path object) throws InterruptedException {
        ToolMessages messages = new ToolMessages(module.getName(), projectFolder, projectFolder.resolve(source));
        Path printed = object.resolveSibling(object.getFileName() + ".messages");
        Path dependencies = object.resolveSibling(object.getFileName() + ".d");
        List<String> flags = flags(profile);
        String inputs = new Fingerprint().add(installation.llvm().version()).addAll(flags).add(source)
                .addFile(projectFolder.resolve(source)).hex();
        try {
            new Step(object).run(inputs, output -> {
                progress.working("compile " + (source.isAbsolute() ? "the SDK's " + source.getFileName() : source));
                Command.Outcome outcome = Command.of(installation.llvm().clang())
                        .addAll(flags).add("-c", source, "-o", output, "-MD", "-MF", dependencies)
                        .in(projectFolder).run();
                if (!outcome.succeeded()) {
                    throw new UserException(messages.failure(outcome, "clang"));
                }
                Files.writeString(printed, outcome.output());
                return DependencyFile.read(dependencies, projectFolder);
            });
            return messages.parse(Files.readString(printed));
        } catch (UserException e) {
            return e.problems();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> flags(Profile profile) {
        return List.of("--target=wasm32-unknown-unknown", "-mcpu=mvp", "-msign-ext", "-mnontrapping-fptoint",
                "-std=gnu17", profile == Profile.DEBUG ? "-O0" : "-O2", "-g", "-ffreestanding", "-fno-ident",
                "-ffunction-sections", "-fdata-sections", "-Wall", "-Wextra", "-fno-color-diagnostics",
                "-fdebug-compilation-dir=.", "-ffile-prefix-map=" + installation.runtime() + "=thingspire",
                "-isystem" + installation.sdk().resolve("include"));
    }

    private void link(Module module, List<Path> objects, int memoryBudget, Path wasm) throws InterruptedException {
        Path source = projectFolder.resolve(module.getSource());
        int stack = memoryBudget == 0 ? DEFAULT_STACK : memoryBudget / STACK_SHARE & -STACK_ALIGNMENT;
        List<String> flags = List.of("--no-entry", "--stack-first", "-z", "stack-size=" + stack, "--export=__heap_base", "--gc-sections");
        Fingerprint inputs = new Fingerprint().add(installation.llvm().version()).addAll(flags);
        objects.forEach(inputs::addFile);
        new Step(wasm).run(inputs.hex(), output -> {
            progress.working("link " + wasm.getFileName());
            Command.Outcome outcome = Command.of(installation.llvm().lld()).add("-flavor", "wasm")
                    .addAll(flags).addAll(objects).add("-o", output)
                    .in(projectFolder).run();
            if (!outcome.succeeded()) {
                throw new UserException(new ToolMessages(module.getName(), projectFolder, source).failure(outcome, "wasm-ld"));
            }
            return List.of();
        });
    }

    private static String stem(Path source) {
        String fileName = source.getFileName().toString();
        return fileName.substring(0, fileName.lastIndexOf('.'));
    }
}
