// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.thingspire.board.Board;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.toolchain.ImageLinker;

/** This machine: the driver is an ordinary program. */
final class LinuxMachine extends Machine {

    private static final long MEMORY = 1L << 30;

    private Path platform;
    private Path memories;

    LinuxMachine(Board board, Installation installation, Path folder) {
        super(board, installation, folder);
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
    public String run(Path work, List<Path> objects) throws IOException, InterruptedException {
        Path program = work.resolve("driver");
        List<Path> all = new ArrayList<>(List.of(platform, memories));
        all.addAll(objects);
        output(new ImageLinker(installation.llvm(), installation.programs(), board).hosted(placements(objects), work, all).add("-o", program), work);
        return output(Deadline.of(List.of(program.toString())), work);
    }

    /** An object of a module is named after its placement. */
    private static List<String> placements(List<Path> objects) {
        return objects.stream().map(object -> object.getFileName().toString().replaceFirst("\\.o$", "")).toList();
    }
}
