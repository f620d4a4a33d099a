// SPDX-License-Identifier: EPL-2.0
package org.thingspire.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.thingspire.problem.IoReason;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/**
 * All boards that the runtime knows.
 *
 * @param boards sorted by name
 */
public record BoardCatalog(List<Board> boards) {

    private static final String DESCRIPTION = "board.json";

    public BoardCatalog {
        boards = List.copyOf(boards);
    }

    /**
     * Reads the {@code board.json} of each folder.
     *
     * @param boardsFolder {@code runtime/boards}
     * @throws UserException if the folder can not be read or a description in it is damaged
     */
    public static BoardCatalog read(Path boardsFolder) {
        List<Board> boards = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path description : descriptionsIn(boardsFolder)) {
            try {
                boards.add(BoardJson.read(description));
            } catch (UserException e) {
                problems.addAll(e.problems());
            }
        }
        UserException.throwIfErrors(problems);
        return new BoardCatalog(boards);
    }

    public Optional<Board> find(String name) {
        return boards.stream().filter(board -> board.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return boards.stream().map(Board::name).toList();
    }

    private static List<Path> descriptionsIn(Path boardsFolder) {
        try (Stream<Path> folders = Files.list(boardsFolder)) {
            return folders.map(folder -> folder.resolve(DESCRIPTION)).filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UserException(Problem.error(boardsFolder, "the boards can not be read (" + IoReason.of(e) + ")",
                    "The installation is damaged: install ThingSpire anew."));
        }
    }
}
