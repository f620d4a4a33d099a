// SPDX-License-Identifier: EPL-2.0
package org.thingspire.spec;

import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import org.thingspire.board.BoardCatalog;
import org.thingspire.builder.setup.Installation;
import org.thingspire.builder.toolchain.MissingProgramException;
import org.thingspire.llvm.LlvmTools;

/** The checkout's boards. Where a program is missing that emulates one, the test is skipped, visibly. */
public final class TestMachines {

    private TestMachines() {
    }

    /** @param folder an existing one for the machine's part of the driver */
    public static Machine machine(String board, Path folder) throws InterruptedException {
        Path home = Path.of(System.getProperty("thingspire.home", "../.."));
        Installation installation = new Installation(home.resolve("runtime"), LlvmTools.bundled());
        try {
            return Machine.of(BoardCatalog.read(installation.boards()).find(board).orElseThrow(), installation, folder);
        } catch (MissingProgramException e) {
            return Assumptions.abort(e.getMessage());
        }
    }
}
