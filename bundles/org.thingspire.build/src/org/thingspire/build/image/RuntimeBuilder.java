// SPDX-License-Identifier: EPL-2.0
package org.thingspire.build.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.thingspire.build.Installation;
import org.thingspire.build.Progress;
import org.thingspire.build.step.Fingerprint;
import org.thingspire.build.step.Step;
import org.thingspire.build.step.Workers;
import org.thingspire.build.tool.Command;
import org.thingspire.topology.board.Board;

/** Compiles ThingSpire OS for a board. */
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

    /** @param folder takes the library, its objects and what is generated from the board's description */
    public RuntimeLibrary build(Board board, Path folder, Workers workers) throws InterruptedException {
        Port port = Port.read(installation.runtime(), board.port());
        generate(board, port, folder);
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
            compilations.add(() -> compile(source, flags, folder, announce));
        }
        return new RuntimeLibrary(board, archive(workers.all(compilations), folder), folder, flags);
    }

    private Path compile(Path source, List<String> flags, Path folder, Runnable announce) throws InterruptedException {
        // The part of the runtime stays in the name, so that a size report can say where a byte comes from.
        String name = installation.runtime().relativize(source).toString().replace('/', '_');
        return compiler.compile(source, flags, folder.resolve(name + ".o"), announce);
    }

    private Path archive(List<Path> objects, Path folder) throws InterruptedException {
        Path archive = folder.resolve(ARCHIVE);
        Fingerprint inputs = new Fingerprint().add(installation.llvm().version());
        objects.forEach(object -> inputs.add(object.getFileName()).addFile(object));
        new Step(archive).run(inputs.hex(), output -> {
            Command.Outcome outcome = Command.of(installation.llvm().archiver()).add("rcsD", output).addAll(objects).in(folder).run();
            if (!outcome.succeeded()) {
                throw new IllegalStateException("llvm-ar failed: " + outcome.output());
            }
            return List.of();
        });
        return archive;
    }

    private List<Path> sources(Port port) {
        List<Path> sources = new ArrayList<>();
        for (String part : port.sources()) {
            try (Stream<Path> files = Files.list(installation.runtime().resolve(part))) {
                files.filter(file -> file.toString().endsWith(".c") || file.toString().endsWith(".S")).sorted().forEach(sources::add);
            } catch (IOException e) {
                throw new UncheckedIOException("The runtime's sources are not readable: " + e.getMessage(), e);
            }
        }
        return sources;
    }

    private List<String> flags(Board board, Port port, Path folder) {
        List<String> flags = new ArrayList<>(List.of("--target=" + board.target().triple(), "-std=c11", "-Os", "-g",
                "-ffunction-sections", "-fdata-sections", "-fno-ident", "-fno-color-diagnostics", "-Wall", "-Wextra", "-Werror",
                "-ffile-prefix-map=" + installation.runtime() + "=thingspire", "-ffile-prefix-map=" + folder + "=thingspire/generated",
                "-fdebug-compilation-dir=."));
        if (!port.isHosted()) {
            flags.add("-mcpu=" + board.target().cpu());
            flags.add("-mfloat-abi=" + board.target().floatAbi());
        }
        flags.addAll(port.flags());
        port.includes().forEach(include -> flags.add("-I" + installation.runtime().resolve(include).normalize()));
        flags.add("-I" + folder);
        return List.copyOf(flags);
    }

    private static void generate(Board board, Port port, Path folder) {
        BoardSources sources = new BoardSources(board);
        try {
            Files.createDirectories(folder);
            writeIfChanged(folder.resolve("board.h"), sources.header());
            if (!port.isHosted()) {
                writeIfChanged(folder.resolve("memory.ld"), sources.memoryScript());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write to " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void writeIfChanged(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
