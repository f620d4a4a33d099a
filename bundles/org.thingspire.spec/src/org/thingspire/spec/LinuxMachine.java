// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

import org.thingspire.build.Installation;
import org.thingspire.build.tool.Command;
import org.thingspire.build.tool.ExternalProgram;
import org.thingspire.topology.board.Board;

/** This machine: the driver is an ordinary program. */
final class LinuxMachine extends Machine {

    private static final long MEMORY = 1L << 30;

    private final String triple;
    private Path platform;

    LinuxMachine(Board board, Installation installation, Path folder) {
        super(board, installation, folder);
        ExternalProgram.HOST_GCC.require(); // brings the C library's start files
        this.triple = board.target().triple();
    }

    @Override
    protected void prepare() throws InterruptedException {
        platform = part("linux");
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
                "-Wl,--gc-sections", platform).addAll(objects).add("-lm", "-o", program), work);
        return output(Deadline.of(program), work);
    }
}
