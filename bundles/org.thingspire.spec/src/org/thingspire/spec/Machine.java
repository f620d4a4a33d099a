// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.thingspire.aot.api.CodeTarget;
import org.thingspire.board.Board;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.toolchain.BoardProcessor;
import org.thingspire.builder.toolchain.Command;

/**
 * A board on which compiled modules run under a small driver in C ({@code driver/spec.h}): this machine, or an emulated one. It
 * keeps its part of the driver in a folder of its own; any number of threads may compile and run programs on it.
 */
public abstract class Machine {

    private static final List<String> WARNINGS = List.of("-std=gnu11", "-Wall", "-Wextra", "-Werror");

    protected final Board board;
    protected final Installation installation;
    protected final Path folder;
    private final CodeTarget target;

    /** @param folder for the machine's part of the driver; exists */
    protected Machine(Board board, Installation installation, Path folder) {
        this.board = board;
        this.installation = installation;
        this.folder = folder;
        this.target = BoardProcessor.codeTarget(board);
        unpack("spec.h");
    }

    /**
     * Prepares a board, which takes a second.
     *
     * @param folder for the machine's part of the driver; exists
     */
    public static Machine of(Board board, Installation installation, Path folder) throws InterruptedException {
        Machine machine = board.isHosted()
                ? new LinuxMachine(board, installation, folder)
                : new CortexMachine(board, installation, folder);
        machine.prepare();
        return machine;
    }

    public final CodeTarget target() {
        return target;
    }

    /** Bytes that the linear memories of one program may take. */
    abstract long memory();

    /** The budget for a memory that may grow without a maximum, in bytes; empty for the compiler's own choice. */
    abstract OptionalLong growthBudget(long initialBytes);

    /** Whether the script's command at that line needs more memory than the machine has. */
    abstract boolean isTooSmallFor(String script, int line);

    /** Compiles the machine's part of the driver. */
    protected abstract void prepare() throws InterruptedException;

    /**
     * Links objects to a program and runs it.
     *
     * @param work where the program goes
     * @return what it wrote
     * @throws TooLargeException if it doesn't fit into the machine
     * @throws IOException       if it can't be linked or doesn't end by itself
     */
    public abstract String run(Path work, List<Path> objects) throws IOException, InterruptedException;

    /** Compiles C for the machine, with {@code spec.h} at hand. */
    public final Path compile(Path source, Path object, String... flags) throws InterruptedException {
        List<String> all = new ArrayList<>(BoardProcessor.clangFlags(board));
        all.addAll(WARNINGS);
        all.addAll(List.of(flags));
        Command.Outcome outcome = Command.of(installation.llvm().clang()).addAll(all).add("-ffreestanding", "-fno-common",
                "-fdata-sections", "-ffunction-sections", "-I" + folder, "-c", source, "-o", object).in(object.getParent()).run();
        if (!outcome.succeeded()) {
            throw new IllegalStateException("clang refuses " + source + ":\n" + outcome.output());
        }
        return object;
    }

    /** Compiles a part of the driver. */
    final Path part(String name) throws InterruptedException {
        return compile(unpack(name + ".c"), folder.resolve(name + ".o"), "-O1");
    }

    /** Takes a file of the driver out of these classes. */
    protected final Path unpack(String name) {
        Path file = folder.resolve(name);
        try (InputStream in = Machine.class.getResourceAsStream("driver/" + name)) {
            return Files.write(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs something that has to end well and soon. */
    protected static String output(Command.Builder command, Path work) throws IOException, InterruptedException {
        Command.Outcome outcome = command.in(work).run();
        if (!outcome.succeeded()) {
            throw new IOException("%s ended with %s:%n%s".formatted(command, outcome.exitCode(), outcome.output()));
        }
        return outcome.output();
    }
}
