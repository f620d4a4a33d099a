// SPDX-License-Identifier: EPL-2.0
package org.thingspire.debug;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.thingspire.board.BoardCatalog;
import org.thingspire.builder.image.Image;
import org.thingspire.builder.toolchain.Command;
import org.thingspire.llvm.LlvmTools;

/** Compiles a project in miniature, {@code modules/control.c} and a runtime, as the real compiler would as far as GDB can see. */
final class Programs {

    /** The working directory of a test is its bundle. */
    private static final Path BOARDS = Path.of("..", "..", "runtime", "boards");
    private static final String PRODUCER = "producer: \"[^\"]*\"";

    private final Path project;
    private final BoardCatalog boards = BoardCatalog.read(BOARDS);
    private final LlvmTools llvm = LlvmTools.bundled();

    Programs(Path project) throws IOException {
        this.project = project;
        Files.createDirectory(project.resolve("modules"));
        copy("control.c", "modules/control.c");
        copy("runtime.c", "runtime.c");
        copy("firmware.ld", "firmware.ld");
    }

    Path symbolizer() {
        return llvm.symbolizer();
    }

    Image device(String node) throws IOException, InterruptedException {
        Path elf = project.resolve(node + ".elf");
        List<Path> objects = compile("device", "--target=thumbv7m-none-eabi", "-mcpu=cortex-m3", "-ffreestanding");
        run(Command.of(llvm.lld()).add("-T", "firmware.ld", "-o", elf).addAll(objects));
        return image(node, "mps2-an385", elf);
    }

    Image linux(String node) throws IOException, InterruptedException {
        Path elf = project.resolve(node + ".elf");
        run(Command.of(Path.of("gcc")).add("-o", elf).addAll(compile("linux", "--target=x86_64-linux-gnu", "-fPIC")));
        return image(node, "linux-x86_64", elf);
    }

    /** Where in {@code modules/control.c} a text stands, counted from 1. */
    int lineOf(String text) throws IOException {
        List<String> lines = Files.readAllLines(project.resolve("modules/control.c"));
        return 1 + lines.indexOf(lines.stream().filter(line -> line.contains(text)).findFirst().orElseThrow());
    }

    private List<Path> compile(String kind, Object... options) throws IOException, InterruptedException {
        Path module = project.resolve(kind + "-control.o");
        Path code = project.resolve(kind + "-control.ll");
        run(clang(options).add("-S", "-emit-llvm", "modules/control.c", "-o", code));
        Files.writeString(code, Files.readString(code).replaceAll(PRODUCER, "producer: \"ThingSpire AoT\""));
        run(clang(options).add("-c", code, "-o", module));
        Path runtime = project.resolve(kind + "-runtime.o");
        run(clang(options).add("-c", "runtime.c", "-o", runtime));
        return List.of(module, runtime);
    }

    private Command.Builder clang(Object... options) {
        return Command.of(llvm.clang()).add("-g", "-O0", "-fdebug-compilation-dir=.").add(options);
    }

    private Image image(String node, String board, Path elf) {
        return new Image(node, boards.find(board).orElseThrow(), elf, project.resolve(node + ".map"), Map.of(), project, project);
    }

    private void copy(String resource, String file) throws IOException {
        try (InputStream content = Programs.class.getResourceAsStream(resource)) {
            Files.copy(content, project.resolve(file));
        }
    }

    private void run(Command.Builder builder) throws InterruptedException {
        Command command = builder.in(project);
        Command.Outcome outcome = command.run();
        if (!outcome.succeeded()) {
            throw new IllegalStateException(command.words() + ": " + outcome.output());
        }
    }
}
