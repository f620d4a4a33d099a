// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.builder.image.Image;
import org.thingspire.builder.toolchain.ExternalProgram;
import org.thingspire.builder.toolchain.MissingProgramException;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.llvm.ProgramEnvironment;
import org.thingspire.run.ShutdownHook;
import org.thingspire.run.target.RunningNode;

/** GDB in the user's terminal, on one node of a running application. Ending the session does not end the application. */
public final class GdbSession implements AutoCloseable {

    private static final String COMMANDS = "commands.gdb";

    private final Path program;
    private final Path folder;
    private final GdbSetup setup;
    private Process gdb;

    private GdbSession(Path program, Path folder, GdbSetup setup) {
        this.program = program;
        this.folder = folder;
        this.setup = setup;
    }

    /**
     * Prepares a session. To be called before the node is started, because it finds out whether there is a debugger at all.
     *
     * @throws MissingProgramException if GDB is not installed
     */
    public static GdbSession on(Image image, ProgramPaths programs) throws IOException {
        Path program = programs.require(ExternalProgram.GDB);
        Path folder = Files.createTempDirectory("thingspire-gdb");
        return new GdbSession(program, folder, GdbSetup.unpackedTo(folder, image));
    }

    /**
     * Runs GDB until it ends.
     *
     * @param node a node that was started halted
     * @return GDB's exit code
     */
    public int run(RunningNode node, GdbInput input) throws IOException, InterruptedException {
        return run(node, input, Redirect.INHERIT);
    }

    int run(RunningNode node, GdbInput input, Redirect output) throws IOException, InterruptedException {
        Path commands = Files.write(folder.resolve(COMMANDS), setup.commands(node));
        List<String> words = new ArrayList<>(List.of(program.toString(), "-quiet"));
        // Asked before any file is read, and a question is the last thing that is wanted there.
        words.addAll(List.of("-iex", "set debuginfod enabled off", "-x", commands.toString()));
        words.addAll(input.arguments());
        words.add(setup.image().elf().toString());
        try (InterruptShield shield = new InterruptShield(); ShutdownHook hook = new ShutdownHook("stop GDB", this::close)) {
            return start(ProgramEnvironment.builder(words).redirectInput(Redirect.INHERIT).redirectOutput(output).redirectError(output)).waitFor();
        }
    }

    /** Ends GDB if it still runs, as when waiting for it was interrupted. */
    @Override
    public synchronized void close() {
        if (gdb != null) {
            gdb.destroy();
            gdb.onExit().join();
        }
        try {
            Files.deleteIfExists(folder.resolve(COMMANDS));
            Files.deleteIfExists(setup.knowledge());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Process start(ProcessBuilder builder) throws IOException {
        gdb = builder.start();
        return gdb;
    }
}
