// SPDX-License-Identifier: EPL-2.0
package org.thingspire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.thingspire.aot.api.GuardedMemories;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.builder.toolchain.ExternalProgram;

/** This machine: the processor time of a call, the shortest of a few samples in each run and the median of the runs. */
final class LinuxMachine implements Machine {

    private static final Pattern TIME = Pattern.compile("^ns ([0-9.]+)$", Pattern.MULTILINE);
    private static final int ROUNDS = 5;

    private final Installation installation;
    private final Driver driver;

    LinuxMachine(Installation installation, Path driverSources, List<String> boardFlags) {
        ExternalProgram.HOST_GCC.require(); // brings the C library
        this.installation = installation;
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
        Command.Builder linker = Command.of(installation.llvm().clang()).add("-no-pie", "--ld-path=" + installation.llvm().lld(), "-Wl,--gc-sections",
                "-D_GNU_SOURCE", installation.runtime().resolve("os/linux/memory.c"), memories(folder),
                driver.compile("linux", throughWasm, folder)).addAll(objects).add("-lm", "-o", image);
        if (throughWasm) {
            linker.add(driver.compile("wasi", true, folder));
        }
        Driver.link(kernel, linker, folder);
        return image;
    }

    /** Where the subject's memory is. */
    private static Path memories(Path folder) {
        try {
            return Files.writeString(folder.resolve("memories.ld"), GuardedMemories.linkerScript(List.of(SubjectCompiler.PLACEMENT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
