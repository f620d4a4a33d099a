// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run;

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

/** Compiles the small programs that stand in for nodes: what a target does must not depend on what the nodes are. */
public final class Programs {

    /** The working directory of a test is its bundle. */
    private static final Path BOARDS = Path.of("..", "..", "runtime", "boards");

    private final Path folder;
    private final BoardCatalog boards = BoardCatalog.read(BOARDS);
    private final LlvmTools llvm = LlvmTools.bundled();

    public Programs(Path folder) throws IOException {
        this.folder = folder;
        for (String source : List.of("firmware.c", "firmware.ld", "node.c")) {
            try (InputStream text = Programs.class.getResourceAsStream(source)) {
                Files.copy(text, folder.resolve(source));
            }
        }
    }

    public Path symbolizer() {
        return llvm.symbolizer();
    }

    /** A device in QEMU. @param defines such as {@code -DDIES} */
    public Image device(String node, String... defines) throws InterruptedException {
        Path object = folder.resolve(node + ".o");
        Path elf = folder.resolve(node + ".elf");
        run(Command.of(llvm.clang()).add("--target=thumbv7m-none-eabi", "-mcpu=cortex-m3", "-O1", "-g", "-ffreestanding",
                "-fdebug-compilation-dir=.", "-c", "firmware.c", "-o", object).add((Object[]) defines).in(folder));
        run(Command.of(llvm.lld()).add("-T", "firmware.ld", object, "-o", elf).in(folder));
        return image(node, "mps2-an385", elf);
    }

    /** A process of this machine. */
    Image linux(String node, String... defines) throws InterruptedException {
        Path elf = folder.resolve(node);
        run(Command.of(Path.of("gcc")).add("-g", "node.c", "-o", elf).add((Object[]) defines).in(folder));
        return image(node, "linux-x86_64", elf);
    }

    /** Where in a source a text stands, counted from 1. */
    int lineOf(String source, String text) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(source));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(text + " is not in " + source);
    }

    /** An image of a program that is there, or is not. */
    Image image(String node, String board, Path elf) {
        return new Image(node, boards.find(board).orElseThrow(), elf, folder.resolve(node + ".map"), Map.of(), folder, folder);
    }

    private static void run(Command command) throws InterruptedException {
        Command.Outcome outcome = command.run();
        if (!outcome.succeeded()) {
            throw new IllegalStateException(command.words() + ": " + outcome.output());
        }
    }
}
