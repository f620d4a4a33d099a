// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.size;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.thingspire.llvm.LlvmTools;

/** Compiles and links small programs with the bundled LLVM in a folder of the test's. */
final class LinkFixture {

    static final String CORTEX_M = "thumbv7m-none-eabi";
    static final String LINUX = "x86_64-unknown-linux-gnu";

    private final LlvmTools llvm = LlvmTools.bundled();
    private final Path folder;
    private final String target;

    LinkFixture(Path folder, String target) {
        this.folder = folder;
        this.target = target;
    }

    /** What a link left: {@code elf} is missing if it failed. */
    record Linked(int exitCode, String output, Path elf, Path map) {

        ElfFile readElf() throws IOException {
            return ElfFile.read(elf);
        }

        LinkMap readMap() throws IOException {
            return LinkMap.read(map);
        }
    }

    Path compile(String name, String source, String... options) throws IOException, InterruptedException {
        Path c = Files.writeString(folder.resolve(name + ".c"), source);
        Path object = folder.resolve(name + ".o");
        List<String> command = new ArrayList<>(List.of(llvm.clang().toString(), "--target=" + target, "-Os", "-g", "-ffreestanding",
                "-fno-pic", "-ffunction-sections", "-fdata-sections", "-c", c.toString(), "-o", object.toString()));
        command.addAll(List.of(options));
        succeed(command);
        return object;
    }

    Path archive(String name, Path... members) throws IOException, InterruptedException {
        Path archive = folder.resolve(name);
        succeed(Stream.concat(Stream.of(llvm.archiver().toString(), "rcs", archive.toString()), Stream.of(members).map(Path::toString))
                .toList());
        return archive;
    }

    Path script(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    Linked link(Object... arguments) throws IOException, InterruptedException {
        Path elf = folder.resolve("image.elf");
        Path map = folder.resolve("image.map");
        List<String> command = new ArrayList<>(List.of(llvm.lld().toString(), "-o", elf.toString(), "-Map=" + map));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        Path output = folder.resolve("link.txt");
        return new Linked(run(command, output), Files.readString(output), elf, map);
    }

    private void succeed(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("tool.txt");
        if (run(command, output) != 0) {
            throw new IOException(String.join(" ", command) + "\n" + Files.readString(output));
        }
    }

    private int run(List<String> command, Path output) throws IOException, InterruptedException {
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start()
                .waitFor();
    }
}
