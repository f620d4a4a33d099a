// SPDX-License-Identifier: EPL-2.0
package org.thingspire.run;

import java.io.IOException;

import org.thingspire.board.Board;
import org.thingspire.builder.toolchain.Emulator;
import org.thingspire.builder.toolchain.MissingProgramException;
import org.thingspire.problem.UserException;

/** Where an image runs. One interface for emulators, debug probes and this machine itself. */
public interface Target {

    /**
     * Starts a node at rest, see {@link RunningNode#begin}.
     *
     * @throws IOException if it could not be started; nothing of it is left then
     * @throws MissingProgramException if a program that this takes is not installed
     */
    RunningNode start(NodeStart start) throws IOException;

    /**
     * The target that needs no hardware: an emulator for the board, or this machine where the board stands for it.
     *
     * @throws UserException if there is none
     * @throws MissingProgramException if the emulator is not installed
     */
    static Target withoutHardware(Board board) {
        return board.isHosted() ? new LocalTarget() : new QemuTarget(Emulator.of(board));
    }
}
