// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thingspire.board.Board;
import org.thingspire.board.BoardCatalog;
import org.thingspire.problem.UserException;

class ChipFamilyTest {

    private static List<Board> chips() {
        Path boards = Path.of(System.getProperty("thingspire.home"), "runtime", "boards");
        return BoardCatalog.read(boards).boards().stream().filter(board -> !board.isHosted()).toList();
    }

    @ParameterizedTest
    @MethodSource("chips")
    void everyBoardWithoutAnOperatingSystemHasTools(Board board) {
        assertThat(BoardProcessor.clangFlags(board)).contains("--target=" + board.target().triple(), "-mcpu=" + board.target().cpu());
        assertThat(ChipFamily.of(board).emulator()).isEqualTo(ExternalProgram.QEMU_ARM);
    }

    @Test
    void aProcessorWithoutToolsIsTheDescriptionsMistake() {
        Board board = new Board("toaster", "Toaster", "z80", Board.NO_OS, "Z80", new Board.Target("zx81-none-elf", "z80", "", "soft"), 1_000_000,
                Optional.empty(), Optional.empty(), Optional.empty(), List.of(), 0, List.of(), Optional.empty(), Path.of("/toaster/board.json"));

        assertThatThrownBy(() -> BoardProcessor.clangFlags(board)).isInstanceOf(UserException.class).hasMessage(
                "/toaster/board.json: error: there are no tools for chips with the target \"zx81-none-elf\". Correct \"target.triple\".");
    }
}
