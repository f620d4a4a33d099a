// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.thingspire.board.Board;
import org.thingspire.board.BoardSources;
import org.thingspire.board.RuntimePort;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.setup.Progress;
import org.thingspire.builder.step.Fingerprint;
import org.thingspire.builder.step.Step;
import org.thingspire.builder.step.Workers;
import org.thingspire.builder.toolchain.BoardProcessor;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.problem.AtomicFile;
import org.thingspire.problem.IoReason;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;
import org.thingspire.wit.host.HostInterfaces;

/** Compiles ThingSpire OS for a board: once for all projects of a user. */
public final class RuntimeBuilder {

    /** The library's file name. */
    static final String ARCHIVE = "libthingspire.a";

    private final Installation installation;
    private final Progress progress;
    private final ClangCompiler compiler;

    public RuntimeBuilder(Installation installation, Progress progress) {
        this.installation = installation;
        this.progress = progress;
        this.compiler = new ClangCompiler(installation);
    }

    /** @throws UserException if the user's cache can't be written, or the board's description leads to a runtime that can't be compiled */
    public RuntimeLibrary build(Board board, Workers workers) throws InterruptedException {
        RuntimePort port = RuntimePort.read(installation.runtime(), board.arch(), board.os());
        SortedMap<String, String> generated = generated(board, HostInterfaces.read(installation.runtime()));
        Path folder = folder(board, generated, flags(board, port));
        write(generated, folder);
        List<String> flags = flags(board, port, folder);
        // Fifty small files are one piece of work to who looks on.
        AtomicBoolean announced = new AtomicBoolean();
        Runnable announce = () -> {
            if (!announced.getAndSet(true)) {
                progress.working("compile the runtime for " + board.name());
            }
        };
        List<Callable<Path>> compilations = new ArrayList<>();
        for (Path source : sources(port)) {
            compilations.add(() -> compile(board, source, flags, folder, announce));
        }
        return new RuntimeLibrary(board, archive(workers.all(compilations), folder), folder, flags);
    }

    /** What the runtime's C code includes beside its own headers, by file name. */
    static SortedMap<String, String> generated(Board board, HostInterfaces host) {
        SortedMap<String, String> files = new BoardSources(board).files();
        host.runtimeHeaders().forEach(header -> files.put(header.fileName(), header.text()));
        return files;
    }

    /**
     * Takes the library, its objects and what is generated. What is known of it beforehand is in its name, so that two boards, or two
     * installations, don't take turns in one folder; sources and headers are each {@link Step}'s business.
     */
    private Path folder(Board board, SortedMap<String, String> generated, List<String> flags) {
        Fingerprint known = new Fingerprint().add(installation.runtime()).add(installation.llvm().version()).addAll(flags)
                .addAll(generated.entrySet());
        return installation.cache().folder().resolve("runtime").resolve(board.name() + "-" + known.hex().substring(0, 16));
    }

    private Path compile(Board board, Path source, List<String> flags, Path folder, Runnable announce) throws InterruptedException {
        // The part of the runtime stays in the name, so that a size report can say where a byte comes from.
        String name = installation.runtime().relativize(source).toString().replace('/', '_');
        try {
            return compiler.compile(source, flags, folder.resolve(name + ".o"), announce);
        } catch (ClangCompiler.RefusedException e) {
            throw new UserException(Problem.error(board.file(), "the runtime can not be compiled for this board: " + e.firstError(),
                    "Correct the board's description; if it came with ThingSpire and was not changed, please report this."));
        }
    }

    private Path archive(List<Path> objects, Path folder) throws InterruptedException {
        Path archive = folder.resolve(ARCHIVE);
        Fingerprint inputs = new Fingerprint().add(installation.llvm().version());
        objects.forEach(object -> inputs.add(object.getFileName()).addFile(object));
        new Step(archive).run(inputs.hex(), output -> {
            Command.Outcome outcome = Command.of(installation.llvm().archiver()).add("rcsD", output.getFileName()).addAll(objects).in(folder).run();
            if (!outcome.succeeded()) {
                throw new IllegalStateException("llvm-ar failed: " + outcome.output());
            }
            return List.of();
        });
        return archive;
    }

    private List<Path> sources(RuntimePort port) {
        List<Path> sources = new ArrayList<>();
        for (String part : port.sources()) {
            try (Stream<Path> files = Files.list(installation.runtime().resolve(part))) {
                files.filter(file -> file.toString().endsWith(".c") || file.toString().endsWith(".S")).sorted().forEach(sources::add);
            } catch (IOException e) {
                throw new UncheckedIOException("The runtime's sources are not readable: " + IoReason.of(e), e);
            }
        }
        return sources;
    }

    /** For clang. @param generated the folder of what is made of the board's description */
    List<String> flags(Board board, RuntimePort port, Path generated) {
        List<String> flags = new ArrayList<>(flags(board, port));
        flags.addAll(List.of("-ffile-prefix-map=" + generated + "=thingspire/generated", "-I" + generated));
        return List.copyOf(flags);
    }

    private List<String> flags(Board board, RuntimePort port) {
        List<String> flags = new ArrayList<>(BoardProcessor.clangFlags(board));
        flags.addAll(List.of("-std=c11", "-Os", "-g",
                "-ffunction-sections", "-fdata-sections", "-fno-ident", "-fno-color-diagnostics", "-Wall", "-Wextra", "-Werror",
                "-ffile-prefix-map=" + installation.runtime() + "=thingspire",
                "-fdebug-compilation-dir=."));
        flags.addAll(port.flags());
        port.includes().forEach(include -> flags.add("-I" + installation.runtime().resolve(include).normalize()));
        return List.copyOf(flags);
    }

    static void write(SortedMap<String, String> generated, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : generated.entrySet()) {
                writeIfChanged(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UserException(Problem.error(folder, "the runtime is compiled there, and it can not be written (" + IoReason.of(e) + ")",
                    "Make it possible to write there, or name another folder for caches in the environment variable XDG_CACHE_HOME."));
        }
    }

    private static void writeIfChanged(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            AtomicFile.write(file, text);
        }
    }
}
