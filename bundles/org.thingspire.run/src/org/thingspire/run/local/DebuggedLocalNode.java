// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.thingspire.builder.toolchain.Command;
import org.thingspire.run.target.NodeStart;
import org.thingspire.run.target.RunningNode;

/**
 * A Linux node that a debugger will start as its own child: on many machines the kernel lets nobody else debug it. Its console
 * comes back to us through a named pipe, so that it does not mix with the debugger's.
 */
final class DebuggedLocalNode implements RunningNode {

    private final String name;
    private final Path pipe;
    private final FileChannel console;
    private final List<String> arguments;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    private DebuggedLocalNode(String name, Path pipe, FileChannel console, List<String> arguments) {
        this.name = name;
        this.pipe = pipe;
        this.console = console;
        this.arguments = arguments;
    }

    static DebuggedLocalNode prepare(NodeStart start, List<String> arguments) throws IOException {
        Path pipe = start.folder().resolve(start.node() + ".console");
        makePipe(pipe);
        // Opened for both, because opening for reading alone waits for a writer, and ends when the first writer does.
        FileChannel console = FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new DebuggedLocalNode(start.node(), pipe, console, arguments);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public InputStream console() {
        return Channels.newInputStream(console);
    }

    /** The debugger's to do. */
    @Override
    public void begin() {
    }

    /** Only the debugger knows. */
    @Override
    public void onRunStateChange(RunStateListener listener) {
    }

    /** Completes when the node is closed: until then the debugger may start it anew. */
    @Override
    public CompletableFuture<Integer> exit() {
        return exit;
    }

    @Override
    public List<String> lastErrors() {
        return List.of();
    }

    /** GDB has a shell start the program, which is what understands the redirection. */
    @Override
    public List<String> gdbCommands() {
        String words = arguments.stream().map(DebuggedLocalNode::quoted).collect(Collectors.joining(" "));
        return List.of("set args " + words + " < /dev/null > " + quoted(pipe.toString()) + " 2>&1", "starti");
    }

    @Override
    public void close() {
        try {
            console.close();
        } catch (IOException e) {
            // Nobody reads it any more.
        }
        exit.complete(0);
    }

    /** Java has no call for it. */
    private static void makePipe(Path pipe) throws IOException {
        try {
            Command.Outcome outcome = Command.of(Path.of("mkfifo")).add("-m", "600", pipe).in(pipe.getParent()).run();
            if (!outcome.succeeded()) {
                throw new IOException(outcome.output().strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
