// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.toolchain;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.thingspire.aot.api.Architecture;
import org.thingspire.board.Board;
import org.thingspire.problem.Problem;
import org.thingspire.problem.UserException;

/**
 * Chips with one kind of processor: which emulator they have, which gcc brings libraries for them, and how a processor is told to clang and
 * to that gcc. A new kind is a constant here; nothing else in the toolchain asks what a chip's processor is.
 */
enum ChipFamily {

    CORTEX_M(Architecture::isCortexM, ExternalProgram.QEMU_ARM, ExternalProgram.ARM_GCC, List.of("-mthumb"),
            target -> List.of("-mcpu=" + target.cpu(), "-mfloat-abi=" + target.floatAbi()));

    private final Predicate<Architecture> members;
    private final ExternalProgram emulator;
    private final ExternalProgram gcc;
    private final List<String> gccMode;
    private final Function<Board.Target, List<String>> processor;

    ChipFamily(Predicate<Architecture> members, ExternalProgram emulator, ExternalProgram gcc, List<String> gccMode,
            Function<Board.Target, List<String>> processor) {
        this.members = members;
        this.emulator = emulator;
        this.gcc = gcc;
        this.gccMode = gccMode;
        this.processor = processor;
    }

    /**
     * Finds the family of a board's processor.
     *
     * @throws UserException if its description names a processor of none
     */
    static ChipFamily of(Board board) {
        return BoardProcessor.codeTarget(board).knownArchitecture()
                .flatMap(architecture -> Arrays.stream(values()).filter(family -> family.members.test(architecture)).findFirst())
                .orElseThrow(() -> new UserException(Problem.error(board.file(),
                        "there are no tools for chips with the target \"" + board.target().triple() + "\"", "Correct \"target.triple\".")));
    }

    ExternalProgram emulator() {
        return emulator;
    }

    /** Begins a command of the installed gcc for that processor. */
    Command.Builder gcc(ProgramPaths programs, Board.Target target) {
        return Command.of(programs.require(gcc)).addAll(gccMode).addAll(processor.apply(target));
    }

    /** Which processor of its architecture it is, for clang. */
    List<String> clangFlags(Board.Target target) {
        return processor.apply(target);
    }
}
