// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.console;

import java.nio.file.Path;

import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.toolchain.ProgramPaths;
import org.thingspire.llvm.LlvmTools;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/**
 * What all commands share.
 *
 * @param home the checkout or installation: holds {@code runtime} and {@code samples}
 * @param programs of the machine
 */
public record Context(Path home, ProgramPaths programs, Console console) {

    public Installation installation() {
        return new Installation(home.resolve("runtime"), LlvmTools.bundled()).with(programs);
    }

    /** @throws UserException if there is no such board */
    public Board board(String name) {
        Path folder = installation().boards();
        BoardCatalog boards = BoardCatalog.read(folder);
        return boards.find(name).orElseThrow(() -> new UserException(Problem.error(folder, "there is no board \"%s\"".formatted(name),
                "The boards are: %s.".formatted(String.join(", ", boards.names())))));
    }

    public Path templates() {
        return home.resolve("samples");
    }
}
