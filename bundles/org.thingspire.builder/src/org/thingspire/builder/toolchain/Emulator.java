// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

import java.nio.file.Path;
import java.util.List;

import org.thingspire.board.Board;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/**
 * QEMU as one board.
 *
 * @param program of QEMU
 * @param machine what QEMU calls the board
 */
public record Emulator(Path program, String machine) {

    /**
     * Finds the emulator of a board.
     *
     * @throws UserException           if there is none
     * @throws MissingProgramException if QEMU is not installed
     */
    public static Emulator of(ProgramPaths programs, Board board) {
        String machine = board.qemuMachine().orElseThrow(() -> new UserException(Problem.error(board.file(),
                "board \"" + board.name() + "\" has no emulator", "Run the node on the board itself, or choose a board that has one.")));
        return new Emulator(programs.require(ChipFamily.of(board).emulator()), machine);
    }

    /** The command line that runs an image, without window and without a monitor at the terminal. */
    public List<String> words(Path image) {
        return List.of(program.toString(), "-M", machine, "-kernel", image.toString(), "-display", "none", "-monitor", "none");
    }

    /** What lets the image write to the output, and end the emulator, by semihosting (Arm IHI 0043); it has no serial line then. */
    public static List<String> semihosting() {
        return List.of("-serial", "none", "-semihosting-config", "enable=on,target=native");
    }
}
