// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

import org.thingspire.aot.api.GuardedMemories;
import org.thingspire.board.Board;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.ExternalProgram;

/** This machine: the driver is an ordinary program. */
final class LinuxMachine extends Machine {

    private static final long MEMORY = 1L << 30;

    private final String triple;
    private Path platform;
    private Path memories;

    LinuxMachine(Board board, Installation installation, Path folder) {
        super(board, installation, folder);
        ExternalProgram.HOST_GCC.require(); // brings the C library's start files
        this.triple = board.target().triple();
    }

    @Override
    protected void prepare() throws InterruptedException {
        platform = compile(unpack("linux.c"), folder.resolve("linux.o"), "-O1", "-I" + installation.runtime());
        memories = compile(installation.runtime().resolve("os/linux/memory.c"), folder.resolve("memory.o"), "-O1", "-D_GNU_SOURCE");
    }

    @Override
    long memory() {
        return MEMORY;
    }

    @Override
    OptionalLong growthBudget(long initialBytes) {
        return OptionalLong.empty();
    }

    @Override
    boolean isTooSmallFor(String script, int line) {
        return false;
    }

    @Override
    protected List<String> processor() {
        return List.of("--target=" + triple);
    }

    @Override
    public String run(Path work, List<Path> objects) throws IOException, InterruptedException {
        Path program = work.resolve("driver");
        output(Command.of(installation.llvm().clang()).add("--target=" + triple, "-no-pie", "--ld-path=" + installation.llvm().lld(),
                "-Wl,--gc-sections", platform, memories, addresses(work, objects)).addAll(objects).add("-lm", "-o", program), work);
        return output(Deadline.of(program), work);
    }

    /** An object of a module is named after its placement. */
    private static Path addresses(Path work, List<Path> objects) throws IOException {
        List<String> placements = objects.stream().map(object -> object.getFileName().toString().replaceFirst("\\.o$", "")).toList();
        return Files.writeString(work.resolve("memories.ld"), GuardedMemories.linkerScript(placements));
    }
}
