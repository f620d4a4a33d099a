// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.thingspire.board.Board;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.ImageLinker;

/** This machine: the processor time of a call, the shortest of a few samples in each run and the median of the runs. */
final class LinuxMeter implements Meter {

    private static final Pattern TIME = Pattern.compile("^ns ([0-9.]+)$", Pattern.MULTILINE);
    private static final int ROUNDS = 5;

    private final Installation installation;
    private final Board board;
    private final Driver driver;

    LinuxMeter(Installation installation, Board board, Path driverSources, List<String> boardFlags) {
        this.installation = installation;
        this.board = board;
        List<String> flags = new ArrayList<>(boardFlags);
        flags.removeIf("-ffreestanding"::equals);
        this.driver = new Driver(installation.llvm().clang(), driverSources, flags);
    }

    @Override
    public String unit() {
        return "ns";
    }

    @Override
    public int rounds() {
        return ROUNDS;
    }

    @Override
    public Path link(Kernel kernel, List<Path> objects, boolean throughWasm, Path folder) throws InterruptedException {
        Path image = folder.resolve("image");
        List<Path> all = new ArrayList<>(objects);
        all.addFirst(driver.compile("linux", throughWasm, folder));
        all.addFirst(installation.runtime().resolve("os/linux/memory.c"));
        Command.Builder linker =
                new ImageLinker(installation.llvm(), installation.programs(), board).hosted(List.of(SubjectCompiler.PLACEMENT), folder, all)
                        .add("-D_GNU_SOURCE", "-o", image);
        if (throughWasm) {
            linker.add(driver.compile("wasi", true, folder));
        }
        Driver.link(kernel, linker, folder);
        return image;
    }

    @Override
    public Run run(Kernel kernel, Path image) throws InterruptedException {
        String output = Driver.start(kernel, Command.of(image), image.getParent());
        int result = Driver.result(kernel, output);
        Matcher matcher = TIME.matcher(output);
        if (!matcher.find()) {
            throw new IllegalStateException("an image gave no time but:\n" + output);
        }
        return new Run(result, List.of(Double.valueOf(matcher.group(1))));
    }
}
