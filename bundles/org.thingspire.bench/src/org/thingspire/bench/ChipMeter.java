// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.thingspire.board.Board;
import org.thingspire.board.BoardSources;
import org.thingspire.board.RuntimePort;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.Emulator;
import org.thingspire.builder.toolchain.ImageLinker;

/**
 * A board in QEMU, whose code generator counts the instructions that are executed: always the same number. Counts are
 * instructions, not cycles.
 */
final class ChipMeter implements Meter {

    private final Installation installation;
    private final Board board;
    private final Driver driver;
    private final String subject;
    private final Path work;
    private final Path plugin;

    /**
     * @param subject the driver that calls what is measured: {@code chip_kernel} or {@code chip_calls}
     * @param work    a folder for what all images share
     */
    ChipMeter(Installation installation, Board board, Path driverSources, List<String> boardFlags, String subject, Path work)
            throws InterruptedException {
        this.installation = installation;
        this.board = board;
        this.subject = subject;
        this.work = work;
        List<String> flags = new ArrayList<>(boardFlags);
        flags.add("-I" + installation.runtime().resolve("arch").resolve(board.arch()).resolve("libc"));
        this.driver = new Driver(installation.llvm().clang(), driverSources, flags);
        this.plugin = work.resolve("count.so");
        Driver.run(Command.of(installation.llvm().clang()).add("-O2", "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror",
                "--ld-path=" + installation.llvm().lld(), driverSources.resolve("count.c"), "-o", plugin), work);
        try {
            Files.writeString(work.resolve(BoardSources.MEMORY_SCRIPT), new BoardSources(board).memoryScript());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String unit() {
        return "instructions";
    }

    @Override
    public int rounds() {
        return 1;
    }

    @Override
    public Path link(Kernel kernel, List<Path> objects, boolean throughWasm, Path folder) throws InterruptedException {
        Path image = folder.resolve("image.elf");
        List<Path> all = new ArrayList<>(List.of(driver.compile("chip", throughWasm, folder), driver.compile(subject, throughWasm, folder),
                library(throughWasm, folder)));
        all.addAll(objects);
        Path script = installation.runtime().resolve(RuntimePort.read(installation.runtime(), board.arch(), board.os()).linkerScript());
        Driver.link(kernel, new ImageLinker(installation.llvm(), installation.programs(), board).chip(script, work, all).add("-o", image), folder);
        return image;
    }

    /** What the subject's C library asks for. */
    private Path library(boolean throughWasm, Path folder) throws InterruptedException {
        return throughWasm ? driver.compile("wasi", true, folder)
                : driver.compile("chip_libc", false, folder, "-DHEAP_BYTES=" + SubjectCompiler.MAX_MEMORY);
    }

    @Override
    public Run run(Kernel kernel, Path image) throws InterruptedException {
        Path counts = image.resolveSibling("counts");
        String output = Driver.start(kernel, Command.of(Emulator.of(installation.programs(), board).words(image)).addAll(Emulator.semihosting())
                .add("-plugin", plugin + ",out=" + counts), image.getParent());
        try {
            return new Run(Driver.result(kernel, output), Driver.numbers(Files.readAllLines(counts)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
