// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug.dap;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.thingspire.llvm.ProgramEnvironment;

/** The debug adapter, a program for Node, with GDB as its child. It does not end by itself when a session is over. */
final class AdapterProcess {

    private static final Path SCRIPT = Path.of("node_modules", "cdt-gdb-adapter", "dist", "debugTargetAdapter.js");
    private static final long POLITE_SECONDS = 2;

    private final Process process;

    private AdapterProcess(Process process) {
        this.process = process;
    }

    /**
     * @param adapter the folder that has the adapter in its {@code node_modules}
     * @param node    the program of that name
     */
    static AdapterProcess start(Path adapter, Path node) throws IOException {
        Path script = adapter.resolve(SCRIPT);
        if (!Files.exists(script)) {
            throw new IOException("The debug adapter is not in " + adapter
                    + ". Build org.thingspire.ide.debug, or install the ThingSpire feature again.");
        }
        return new AdapterProcess(ProgramEnvironment.builder(List.of(node.toString(), script.toString()))
                .directory(new File(System.getProperty("java.io.tmpdir"))).redirectError(Redirect.DISCARD).start());
    }

    InputStream output() {
        return process.getInputStream();
    }

    OutputStream input() {
        return process.getOutputStream();
    }

    CompletableFuture<Process> exit() {
        return process.onExit();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The adapter, GDB and, if it is a Linux node, what GDB debugs. */
    List<ProcessHandle> family() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    }

    /** When this returns, they are gone; asking the adapter to end them has been tried before. */
    static void end(List<ProcessHandle> family) {
        family.forEach(ProcessHandle::destroy);
        CompletableFuture<?>[] exits = family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(exits).completeOnTimeout(null, POLITE_SECONDS, TimeUnit.SECONDS).join();
        family.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(exits).join();
    }
}
