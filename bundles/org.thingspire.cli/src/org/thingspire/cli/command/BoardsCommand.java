// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.builder.image.BuildFiles;
import org.thingspire.cli.console.Context;
import org.thingspire.cli.console.ExitCode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "boards", description = "List the boards that nodes can have.")
public final class BoardsCommand extends ContextCommand {

    @Option(names = "--build-files", paramLabel = "<folder>", description = "Also write there how each board's images are made and started, "
            + "for tools that do it themselves.")
    private Path buildFiles;

    public BoardsCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws InterruptedException {
        say("%-16s %-12s %10s %10s  %s", "BOARD", "CORE", "FLASH", "RAM", "");
        for (Board board : BoardCatalog.read(context.home().resolve("runtime/boards")).boards()) {
            say("%-16s %-12s %10s %10s  %s", board.name(), board.core(), kilobytes(board.flash()), kilobytes(board.ram()), board.title());
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("board", board.name());
            fields.put("title", board.title());
            fields.put("core", board.core());
            fields.put("flash", board.flash().map(Board.Memory::size).orElse(null));
            fields.put("ram", board.ram().map(Board.Memory::size).orElse(null));
            emit(fields);
            if (buildFiles != null) {
                new BuildFiles(context.installation()).write(board, buildFiles.toAbsolutePath());
            }
        }
        return ExitCode.DONE;
    }

    private static String kilobytes(Optional<Board.Memory> memory) {
        return memory.map(m -> m.size() / 1024 + " KB").orElse("-");
    }
}
