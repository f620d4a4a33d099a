// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;

import picocli.CommandLine.Command;

@Command(name = "boards", description = "List the boards that nodes can have.")
final class BoardsCommand extends ContextCommand {

    BoardsCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
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
        }
        return ExitCode.DONE;
    }

    private static String kilobytes(Optional<Board.Memory> memory) {
        return memory.map(m -> m.size() / 1024 + " KB").orElse("-");
    }
}
